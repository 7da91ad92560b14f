using System.Diagnostics.CodeAnalysis;

namespace Kb.Web.Sites;

/// <summary>Origins as browsers spell them: scheme, host in ASCII, port when it is not the usual one, nothing after.</summary>
public static class SiteOrigin
{
    /// <summary>Reads an origin that a person wrote; a path, a query, a wildcard or a login in it is refused, not cut off.</summary>
    public static bool TryNormalise(string? text, [NotNullWhen(true)] out string? origin)
    {
        origin = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri is not { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            || text.Contains('*', StringComparison.Ordinal))
        {
            return false;
        }

        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        origin = uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : $"{uri.Scheme}://{host}:{uri.Port}";
        return true;
    }

    /// <summary>The <c>Origin</c> header; null when there is none (a program, or a page of ours reading).</summary>
    public static string? Of(HttpRequest request) => request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : null;

    /// <summary>The server's own origin, as this caller reached it.</summary>
    public static string Own(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>Whether pages of this origin may call for the site. Compared whole: a suffix or another port is another origin.</summary>
    public static bool IsAdmittedBy(Site site, string origin, string own) =>
        site.Origins.Contains(origin, StringComparer.Ordinal)
        || (site.Origins.Contains(Site.Self) && string.Equals(origin, own, StringComparison.OrdinalIgnoreCase));
}
