using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Content.Templates;
using Kb.Desk.Searches;
using Kb.Web.Features.Search.Misses;
using Kb.Web.Knowledge;
using Kb.Web.Layout;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Search;

/// <summary>Search for the staff: the page, and the same for programs.</summary>
internal static class SearchEndpoints
{
    /// <summary>Where the staff reads an article, whoever it is written for.</summary>
    public static string ArticleAddress(string id) => LinkTargets.StaffArticlesPath + id;

    /// <summary>Where the staff reads a template that belongs to no article.</summary>
    public static string TemplateAddress(TemplateId id) => LinkTargets.TemplatesPath + id;

    /// <summary>Where the staff sees what a query finds.</summary>
    public static string PageAddress(AgentQuery query) => "/search" + QueryString.Create(
        query.Filters.Prepend(("q", query.Text)).Select(parameter => KeyValuePair.Create(parameter.Item1, (string?)parameter.Item2)));

    public static IServiceCollection AddAgentSearch(this IServiceCollection services) =>
        services.AddSingleton<AgentSearch>().AddSingleton<ReplyLinks>().AddSingleton<PopularArticles>();

    public static void MapAgentSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/search").WithTags("Search").RequireAuthorization(KbPolicies.Agent)
            .MapGet("", Search).WithName("Search");

        var pages = routes.MapGroup("/search").RequireAuthorization(KbPolicies.Agent).ExcludeFromDescription();
        pages.MapGet("", PageAsync);
        pages.MapGet("/articles/{id}", ArticlePage);
        pages.MapGet("/templates/{id}", TemplatePage);
    }

    private static Results<Ok<AgentSearchView>, KbProblem> Search(
        string? q, string? types, string? kind, string? course, int? top, bool? typing, bool? exact, HttpContext context, AgentSearch search, SearchSessions sessions)
    {
        if (HitType.ReadList(types) is not { } known)
        {
            return KbProblems.BadRequest("Параметр «types» — это article, template, note, ticket через запятую.");
        }

        var query = new AgentQuery(q ?? "") { Types = known, Kind = kind, Course = course, Top = top ?? 10, IsStillTyped = typing ?? false, AsTyped = exact ?? false };
        var found = search.Search(query);
        if (!query.Filters.Any())
        {
            sessions.Searched(context, SearchPlace.Staff, found.Query, found.Total, query.IsStillTyped);
        }

        return TypedResults.Ok(found);
    }

    /// <summary>A person with an old or mistyped address gets all types rather than a refusal.</summary>
    private static async Task<RazorComponentResult<PageShell>> PageAsync(
        string? q, string? types, string? kind, string? course, string? exact, string? typing, PopularArticles popular, CancellationToken cancellationToken) =>
        Pages.Show<SearchPage>(new
        {
            Query = new AgentQuery(q ?? "") { Types = HitType.ReadList(types) ?? [], Kind = kind, Course = course, Top = 20, AsTyped = exact == "true", IsStillTyped = typing == "true" },
            Popular = string.IsNullOrWhiteSpace(q) ? await popular.ForStaffAsync(cancellationToken) : PopularList.None,
        });

    private static Results<RazorComponentResult<PageShell>, NotFound> ArticlePage(string id, HttpContext context, CurrentKnowledge current, SearchSessions sessions)
    {
        sessions.Used(context);
        return current.Edition.Base.Articles.TryGetValue(new ArticleId(id), out var article)
            ? Pages.Show<ArticleForStaff>(new { Article = article, Renderer = current.Edition.StaffRenderer })
            : TypedResults.NotFound();
    }

    private static Results<RazorComponentResult<PageShell>, NotFound> TemplatePage(string id, HttpContext context, CurrentKnowledge current, SearchSessions sessions)
    {
        sessions.Used(context);
        return current.Edition.Base.Templates.TryGetValue(new TemplateId(id), out var template)
            ? Pages.Show<TemplateForStaff>(new { Template = template, current.Edition })
            : TypedResults.NotFound();
    }
}
