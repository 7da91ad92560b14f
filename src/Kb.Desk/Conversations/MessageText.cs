using System.Globalization;
using System.Text;

namespace Kb.Desk.Conversations;

/// <summary>Whether what somebody typed can be a message.</summary>
public abstract record MessageText
{
    /// <summary>The longest message, in UTF-16 code units, the way browsers count too.</summary>
    public const int MaxLength = 4_000;

    private MessageText()
    {
    }

    /// <summary>It can, and reads so.</summary>
    public sealed record Accepted(string Text) : MessageText;

    /// <summary>Nothing that anybody could see.</summary>
    public sealed record Empty : MessageText;

    /// <summary>Longer than <see cref="MaxLength"/>.</summary>
    public sealed record TooLong(int Length) : MessageText;

    /// <summary>
    /// Reads typed text: line ends become <c>\n</c>, the ends are trimmed, and what no text holds (control characters, halves of
    /// surrogate pairs) becomes U+FFFD, so that one bad character costs neither the message nor a database error.
    /// </summary>
    public static MessageText Read(string? typed)
    {
        // The length first: nothing is spent on what is refused anyway. A \r\n counts twice only up to here.
        if (typed?.Length > MaxLength * 2)
        {
            return new TooLong(typed.Length);
        }

        var text = Clean(typed ?? "").Trim();
        return text switch
        {
            { Length: > MaxLength } => new TooLong(text.Length),
            _ when !text.EnumerateRunes().Any(IsVisible) => new Empty(),
            _ => new Accepted(text),
        };
    }

    private static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        // Enumerating runes already turns a lone surrogate into U+FFFD.
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var isControl = Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\n' or '\t');
            clean.Append(isControl ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune != Rune.ReplacementChar;
}
