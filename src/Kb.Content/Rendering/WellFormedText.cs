using System.Text;

namespace Kb.Content.Rendering;

/// <summary>Text whose lone surrogates are replaced by U+FFFD: normalization and Markdig throw on them.</summary>
public static class WellFormedText
{
    /// <summary>The same text when it was well-formed already.</summary>
    public static string Of(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
