namespace Kb.Web.Security;

/// <summary>Reads <c>Authorization: Bearer …</c>.</summary>
internal static class Bearer
{
    // Ours are under 60 characters; anything much longer is somebody else's and not worth hashing.
    private const int MaxLength = 200;
    private const string Scheme = "Bearer ";

    /// <summary>The bearer; null when there is none, several, or one that cannot be ours.</summary>
    public static string? Read(HttpRequest request)
    {
        var values = request.Headers.Authorization;
        return values is [{ } header]
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && header.Length - Scheme.Length is > 0 and <= MaxLength
            ? header[Scheme.Length..].Trim()
            : null;
    }
}
