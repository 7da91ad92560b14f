using Kb.Web.Security;
using Microsoft.AspNetCore.DataProtection;

namespace Kb.Web.Accounts.Login;

/// <summary>Remembers in a browser that somebody signed in from it, so that strangers' guesses do not slow the owner down. Opens nothing by itself.</summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    private const string Cookie = "kb-browser";

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Kb.KnownBrowser").ToTimeLimitedDataProtector();

    /// <summary>Whether this account signed in from this browser within half a year.</summary>
    public bool Knows(HttpRequest request, string email)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 and < 1_000 } cookie)
        {
            return false;
        }

        try
        {
            return _protector.Unprotect(cookie) == Owner(email);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false; // Forged, stale, or from before the keys were replaced: a stranger.
        }
    }

    /// <summary>Marks the browser after a successful sign-in.</summary>
    public void Remember(HttpContext context, string email)
    {
        var lifetime = TimeSpan.FromDays(180);
        context.Response.Cookies.Append(Cookie, _protector.Protect(Owner(email), lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = lifetime,
            Path = "/account",
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });
    }

    private static string Owner(string email) => Secrets.Hash(email.Trim().ToUpperInvariant());
}
