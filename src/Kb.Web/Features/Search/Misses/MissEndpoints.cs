using System.Collections.Immutable;
using Kb.Desk.Calendars;
using Kb.Desk.Searches;
using Kb.Desk.Storage;
using Kb.Search.Analysis;
using Kb.Web.Knowledge;
using Kb.Web.Layout;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Search.Misses;

/// <summary>A query that came to nothing.</summary>
/// <param name="Place">staff or help.</param>
/// <param name="Outcome">nothing_found or nothing_opened.</param>
/// <param name="Text">The query, masked.</param>
/// <param name="Count">How many searches.</param>
/// <param name="Hits">How many hits the last of them had.</param>
/// <param name="LastAt">When that was.</param>
public sealed record MissView(string Place, string Outcome, string Text, int Count, int Hits, DateTimeOffset LastAt)
{
    internal static MissView From(SearchMiss miss) =>
        new(StableText<SearchPlace>.Of(miss.Place), StableText<MissOutcome>.Of(miss.Outcome), miss.Text, miss.Count, miss.Hits, miss.LastAt);
}

/// <summary>Searches that came to nothing.</summary>
public sealed record MissListView(ImmutableArray<MissView> Items);

/// <summary>«Чего не нашли»: what editors should write about, or find better words for.</summary>
internal static class MissEndpoints
{
    private const int Shown = 200;

    public static IServiceCollection AddSearchMisses(this IServiceCollection services) => services
        .AddSingleton<SearchSessions>()
        .AddHostedService<MissRecorder>();

    public static void MapSearchMisses(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search/misses", ListAsync).RequireAuthorization(KbPolicies.Editor).WithTags("Search").WithName("ListSearchMisses")
            .WithSummary("Запросы, по которым ничего не нашлось (outcome=nothing_found) или ничего не открыли (nothing_opened), частые первыми");
        routes.MapPost("/api/search/used", Use).RequireAuthorization(KbPolicies.Agent).WithTags("Search").WithName("UseSearch")
            .WithSummary("Найденное скопировали или вставили в ответ: последний поиск был не зря");
        routes.MapGet("/search/misses", PageAsync).RequireAuthorization(KbPolicies.Editor).ExcludeFromDescription();
    }

    private static async Task<Results<Ok<MissListView>, KbProblem>> ListAsync(string? outcome, SearchMisses misses, CancellationToken cancellationToken)
    {
        if (!StableText<MissOutcome>.TryParse(outcome ?? StableText<MissOutcome>.Of(MissOutcome.NothingFound), out var wanted))
        {
            return KbProblems.BadRequest("Параметр «outcome» — это nothing_found или nothing_opened.");
        }

        return TypedResults.Ok(new MissListView([.. (await misses.ListAsync(wanted, Shown, cancellationToken)).Select(MissView.From)]));
    }

    private static NoContent Use(HttpContext context, SearchSessions sessions)
    {
        sessions.Used(context);
        return TypedResults.NoContent();
    }

    private static async Task<RazorComponentResult<PageShell>> PageAsync(
        SearchMisses misses, CurrentKnowledge current, WorkingCalendar calendar, TimeProvider time, CancellationToken cancellationToken)
    {
        var words = RussianAnalyzer.Create(current.Edition.Base.StopWords);
        return Pages.Show<MissesPage>(new
        {
            NotFound = MissGroups.Of(await misses.ListAsync(MissOutcome.NothingFound, SearchMisses.Kept, cancellationToken), words),
            NotOpened = MissGroups.Of(await misses.ListAsync(MissOutcome.NothingOpened, SearchMisses.Kept, cancellationToken), words),
            Now = time.GetUtcNow(),
            calendar.Zone,
        });
    }
}
