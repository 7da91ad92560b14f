using System.Text.RegularExpressions;

namespace Kb.Content.Rendering;

/// <summary>No-break spaces where a line must not end: «15 000 ₽», «80 %», and before a dash. Editors type plain spaces.</summary>
internal static partial class RussianTypography
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>The text with some of its spaces replaced; its length does not change.</summary>
    public static string Bind(string text) =>
        BeforeDash().Replace(InsideNumber().Replace(text, $"{NoBreakSpace}"), $"{NoBreakSpace}");

    [GeneratedRegex(@"(?<=\d) (?=\d{3}(?!\d)|[₽%])")]
    private static partial Regex InsideNumber();

    [GeneratedRegex(" (?=—)")]
    private static partial Regex BeforeDash();
}
