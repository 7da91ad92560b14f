using Kb.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Kb.Web.Accounts.Login;

/// <summary>The cookie of a signed-in member of staff.</summary>
internal static class StaffCookie
{
    public const string Scheme = "Staff";

    /// <summary>One shift: whoever forgets to sign out on a shared computer is signed out by the next day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "kb-staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostPrefixedCookies();
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/login";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new CookieAuthenticationEvents
        {
            OnRedirectToLogin = AskToSignIn,
            OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden),
            OnValidatePrincipal = CheckAccountAsync,
        };
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!ProblemResponses.WantsPage(context.Request))
        {
            return Refuse(context, StatusCodes.Status401Unauthorized);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status; // The body is written by whoever writes bodies for bare statuses.
        return Task.CompletedTask;
    }

    /// <summary>Looks at the account on every request: closing it, changing its role or password, and signing out end sessions at once.</summary>
    private static async Task CheckAccountAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<StaffSessions>();
        if (!await sessions.HoldsAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }
}

/// <summary>
/// Gives cookies the <c>__Host-</c> prefix on https: no subdomain and no plain connection can then plant one. Over plain http
/// browsers refuse the prefix, so the first run on one's own machine uses the bare name.
/// </summary>
internal sealed class HostPrefixedCookies : ICookieManager
{
    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameFor(context, key), options);

    private static string NameFor(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;
}
