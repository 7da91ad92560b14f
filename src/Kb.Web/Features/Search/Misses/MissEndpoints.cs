using System.Collections.Immutable;
using Kb.Desk.Calendars;
using Kb.Desk.Searches;
using Kb.Desk.Storage;
using Kb.Web.Layout;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Search.Misses;

/// <summary>A query that found nothing.</summary>
/// <param name="Place">staff or help.</param>
/// <param name="Text">The query, masked.</param>
/// <param name="Count">How many searches.</param>
/// <param name="LastAt">When the last was.</param>
public sealed record MissView(string Place, string Text, int Count, DateTimeOffset LastAt)
{
    internal static MissView From(SearchMiss miss) => new(StableText<SearchPlace>.Of(miss.Place), miss.Text, miss.Count, miss.LastAt);
}

/// <summary>What was not found.</summary>
public sealed record MissListView(ImmutableArray<MissView> Items);

/// <summary>«Чего не нашли»: what editors should write about.</summary>
internal static class MissEndpoints
{
    private const int Shown = 200;

    public static IServiceCollection AddSearchMisses(this IServiceCollection services) => services
        .AddSingleton<SearchSessions>()
        .AddHostedService<MissRecorder>();

    public static void MapSearchMisses(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search/misses", ListAsync).RequireAuthorization(KbPolicies.Editor).WithTags("Search").WithName("ListSearchMisses")
            .WithSummary("Запросы, по которым ничего не нашлось, частые первыми");
        routes.MapGet("/search/misses", PageAsync).RequireAuthorization(KbPolicies.Editor).ExcludeFromDescription();
    }

    private static async Task<Ok<MissListView>> ListAsync(SearchMisses misses, CancellationToken cancellationToken) =>
        TypedResults.Ok(new MissListView([.. (await misses.ListAsync(Shown, cancellationToken)).Select(MissView.From)]));

    private static async Task<RazorComponentResult<PageShell>> PageAsync(
        SearchMisses misses, WorkingCalendar calendar, TimeProvider time, CancellationToken cancellationToken) =>
        Pages.Show<MissesPage>(new
        {
            Misses = await misses.ListAsync(Shown, cancellationToken),
            Now = time.GetUtcNow(),
            calendar.Zone,
        });
}
