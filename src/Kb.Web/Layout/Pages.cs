using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace Kb.Web.Layout;

/// <summary>Registers pages, and shows one as the result of an endpoint.</summary>
internal static class Pages
{
    /// <summary>A whole page, with its layout, as the answer of an endpoint: a form with errors, a refusal.</summary>
    /// <param name="parameters">An object whose properties are the page's parameters.</param>
    /// <param name="status">HTTP status.</param>
    public static RazorComponentResult<PageShell> Show<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(new { Route = new RouteData(typeof(TPage), new RouteValueDictionary(parameters)) }) { StatusCode = status };

    public static IServiceCollection AddKbPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        return services;
    }

    public static void MapKbPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        app.MapTheme();
    }
}
