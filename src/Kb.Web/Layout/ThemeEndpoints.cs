using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kb.Web.Layout;

/// <summary>Remembers whether somebody reads light or dark; without a choice the system decides.</summary>
internal static class ThemeEndpoints
{
    /// <summary>Name of the cookie; its value is <c>light</c> or <c>dark</c>.</summary>
    public const string Cookie = "kb-theme";

    public static void MapTheme(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/theme", Choose).AllowAnonymous().ExcludeFromDescription();

    private static Results<RedirectHttpResult, KbProblem> Choose(
        [FromForm] string theme, [FromForm] string returnUrl, HttpContext httpContext)
    {
        if (theme is not ("light" or "dark") || !LocalUrl.IsLocal(returnUrl))
        {
            return KbProblems.BadRequest();
        }

        httpContext.Response.Cookies.Append(Cookie, theme, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = httpContext.Request.IsHttps,
        });
        return TypedResults.LocalRedirect(returnUrl);
    }
}
