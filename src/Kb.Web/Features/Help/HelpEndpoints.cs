using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Desk.Searches;
using Kb.Web.Features.Search;
using Kb.Web.Features.Search.Misses;
using Kb.Web.Layout;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;

namespace Kb.Web.Features.Help;

/// <summary>The help centre: pages that work without scripts, and the same knowledge for programs.</summary>
internal static class HelpEndpoints
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static IServiceCollection AddHelp(this IServiceCollection services)
    {
        services.AddOptions<HelpOptions>().BindConfiguration(HelpOptions.Section);
        return services.AddSingleton<HelpCentre>().AddSingleton<HelpImages>();
    }

    public static void MapHelp(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/help").WithTags("Help").AllowAnonymous();
        api.MapGet("/search", Search).WithName("SearchHelp");
        api.MapGet("/articles/{slug}", Article).WithName("ReadHelpArticle");

        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/help", HomeAsync);
        pages.MapGet("/help/articles/{slug}", ArticlePage);
        pages.MapGet(LinkTargets.FilesPath + "{**path}", Image);
    }

    private static async Task<RazorComponentResult<PageShell>> HomeAsync(
        string? q, string? exact, PopularArticles popular, CancellationToken cancellationToken) =>
        Pages.Show<HelpHome>(new
        {
            Query = q ?? "",
            AsTyped = exact == "true",
            Popular = string.IsNullOrWhiteSpace(q) ? await popular.ForStrangersAsync(cancellationToken) : PopularList.None,
        });

    private static Ok<HelpSearchView> Search(
        string? q, int? top, bool? typing, bool? exact, HttpContext context, HelpCentre help, SearchSessions sessions)
    {
        var found = help.Search(q ?? "", top ?? HelpCentre.Shown, typing ?? false, exact ?? false);
        sessions.Searched(context, SearchPlace.Help, found.Query, found.Total, typing ?? false);
        return TypedResults.Ok(found);
    }

    private static Results<Ok<HelpArticleView>, KbProblem> Article(string slug, HttpContext context, HelpCentre help, SearchSessions sessions)
    {
        sessions.Used(context);
        return help.Find(slug) is { } article ? TypedResults.Ok(article) : KbProblems.NotFound;
    }

    private static Results<RazorComponentResult<PageShell>, NotFound> ArticlePage(string slug, HttpContext context, HelpCentre help, SearchSessions sessions)
    {
        sessions.Used(context);
        return help.Find(slug) is { } article ? Pages.Show<HelpArticle>(new { Article = article }) : TypedResults.NotFound();
    }

    private static Results<PhysicalFileHttpResult, NotFound> Image(string path, HttpContext context, HelpImages images)
    {
        var isStaff = IsStaff(context);
        if (images.Find(path, isStaff) is not { } file || !ContentTypes.TryGetContentType(file, out var type))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = isStaff ? "private, max-age=3600" : "public, max-age=3600";
        return TypedResults.PhysicalFile(file, type, lastModified: File.GetLastWriteTimeUtc(file));
    }

    private static bool IsStaff(HttpContext context) => KbClaims.GrantsOf(context.User).Contains(ArticleAccess.Agents);
}
