namespace Kb.Web.Security;

/// <summary>Tells a path of ours from an address that a link in somebody's letter would like us to redirect to.</summary>
public static class LocalUrl
{
    /// <summary>Whether <paramref name="url"/> is a path on this very server: one leading slash, no scheme, host, backslash or control character.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..]
        && url is not ['/', '/' or '\\', ..]
        && !url.Any(letter => letter == '\\' || char.IsControl(letter));
}
