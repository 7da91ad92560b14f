using System.Net;
using System.Text;

namespace Kb.Web.Security;

/// <summary>
/// What happened at the doors, for whoever reads the log after an incident: identities and reasons, never secrets, addresses of
/// letters or what anybody wrote. Values from outside are escaped, so that nobody writes log lines of their own.
/// </summary>
internal sealed partial class Audit(ILoggerFactory loggers)
{
    private readonly ILogger _log = loggers.CreateLogger("Kb.Audit");

    public void SignedIn(string userId, IPAddress? address) => LogSignedIn(userId, address);

    // The account is null when the address names none.
    public void SignInFailed(string? userId, string reason, IPAddress? address) => LogSignInFailed(userId ?? "unknown", reason, address);

    public void SignedOut(string userId) => LogSignedOut(userId);

    public void AccountChanged(string userId, string change) => LogAccountChanged(userId, Escape(change));

    public void KeyChanged(string keyId, string change) => LogKeyChanged(keyId, Escape(change));

    public void SiteChanged(string siteId, string change) => LogSiteChanged(Escape(siteId), Escape(change));

    public void TokenRefused(string siteId, string reason, IPAddress? address) => LogTokenRefused(Escape(siteId), Escape(reason), address);

    public void AccessRefused(string? subject, string method, string? route) => LogAccessRefused(subject ?? "nobody", Escape(method), route);

    public void ModelTaken(string userId, string model) => LogModelTaken(userId, Escape(model));

    /// <summary>The value with control characters and line separators spelled out, at most 200 characters of it.</summary>
    internal static string Escape(string value)
    {
        const int longest = 200;
        var escaped = new StringBuilder();
        foreach (var letter in value.AsSpan(0, Math.Min(value.Length, longest)))
        {
            if (char.IsControl(letter) || letter is '\u2028' or '\u2029')
            {
                escaped.Append("\\u").Append(((int)letter).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(letter);
            }
        }

        return escaped.ToString();
    }

    [LoggerMessage(1, LogLevel.Information, "Signed in: {UserId} from {Address}")]
    private partial void LogSignedIn(string userId, IPAddress? address);

    [LoggerMessage(2, LogLevel.Warning, "Sign-in failed: {UserId}, {Reason}, from {Address}")]
    private partial void LogSignInFailed(string userId, string reason, IPAddress? address);

    [LoggerMessage(3, LogLevel.Information, "Signed out: {UserId}")]
    private partial void LogSignedOut(string userId);

    [LoggerMessage(4, LogLevel.Information, "Account {UserId}: {Change}")]
    private partial void LogAccountChanged(string userId, string change);

    [LoggerMessage(5, LogLevel.Information, "API key {KeyId}: {Change}")]
    private partial void LogKeyChanged(string keyId, string change);

    [LoggerMessage(6, LogLevel.Information, "Site {SiteId}: {Change}")]
    private partial void LogSiteChanged(string siteId, string change);

    [LoggerMessage(7, LogLevel.Warning, "Student token refused: site {SiteId}, {Reason}, from {Address}")]
    private partial void LogTokenRefused(string siteId, string reason, IPAddress? address);

    [LoggerMessage(8, LogLevel.Warning, "Access refused: {Subject} to {Method} {Route}")]
    private partial void LogAccessRefused(string subject, string method, string? route);

    [LoggerMessage(9, LogLevel.Information, "Model {Model} of the bot was put in charge by {UserId}")]
    private partial void LogModelTaken(string userId, string model);
}
