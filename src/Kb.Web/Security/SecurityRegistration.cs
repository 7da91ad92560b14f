using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Accounts.Login;
using Kb.Web.Sites.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.WebEncoders;

namespace Kb.Web.Security;

/// <summary>Registers who is who and who may what.</summary>
internal static class SecurityRegistration
{
    private const string AnyScheme = "Kb";

    public static IServiceCollection AddKbSecurity(this IServiceCollection services)
    {
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, displayName: null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddCookie(StaffCookie.Scheme, StaffCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, StudentAuthentication>(StudentAuthentication.SchemeName, configureOptions: null);
        services.AddAuthorization(KbPolicies.Configure);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalAudit>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "kb-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddKbRateLimits();
        services.AddTrustedProxies();
        // Pages shrink and snapshots can be read when Cyrillic stays Cyrillic.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>A bearer says by its first letters what it is; whoever sends none is a browser with a cookie, or nobody.</summary>
    private static string SchemeOf(HttpContext context) => Bearer.Read(context.Request) switch
    {
        null when context.Request.Headers.Authorization.Count == 0 => StaffCookie.Scheme,
        { } bearer when bearer.StartsWith(OpenSession.Prefix, StringComparison.Ordinal) => StudentAuthentication.SchemeName,
        _ => ApiKeyAuthentication.SchemeName,
    };
}
