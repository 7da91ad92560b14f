using System.Net;

namespace Kb.Web.Security;

/// <summary>Says loudly when passwords and messages would travel readable.</summary>
internal static partial class PlainHttp
{
    /// <summary>Warns of every address on which other machines are served without encryption. A configured proxy is taken to encrypt.</summary>
    public static void Warn(WebApplication app)
    {
        if (app.Configuration.GetSection(TrustedProxies.Section).GetChildren().Any())
        {
            return;
        }

        foreach (var address in app.Urls.Where(IsOpen))
        {
            LogPlain(app.Logger, address);
        }
    }

    internal static bool IsOpen(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && !(uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)));

    [LoggerMessage(LogLevel.Warning, "{Address} serves other machines over plain HTTP: passwords and messages can be read on their way. "
        + "Put an HTTPS proxy in front and name it in Kb:Proxies, or listen on an https address.")]
    private static partial void LogPlain(ILogger logger, string address);
}
