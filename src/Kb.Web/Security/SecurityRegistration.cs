using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kb.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.WebEncoders;

namespace Kb.Web.Security;

/// <summary>Registers who is who and who may what.</summary>
internal static class SecurityRegistration
{
    public static IServiceCollection AddKbSecurity(this IServiceCollection services, DataFolder data)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddAuthorization(KbPolicies.Configure);
        services.AddAntiforgery(options => options.Cookie.Name = "kb-form");
        // In the data folder, so that a restored backup does not log everyone out. The folder is its owner's alone.
        services.AddDataProtection().SetApplicationName("Kb").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        // Pages shrink and snapshots can be read when Cyrillic stays Cyrillic.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }
}
