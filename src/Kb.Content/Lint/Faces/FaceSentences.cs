using System.Text.RegularExpressions;

namespace Kb.Content.Lint.Faces;

/// <summary>A sentence of a face, with line ends as spaces and addresses of links blanked out.</summary>
/// <param name="Text">Its characters, one for one as in the face.</param>
/// <param name="Offset">Where it begins in the face.</param>
internal readonly record struct FaceSentence(string Text, int Offset);

/// <summary>
/// Cuts a face's Markdown into sentences; a list item, a heading and a row of a table end one too. Wrong options of a card's
/// questions are left out: they hold wrong numbers on purpose. Pure.
/// </summary>
internal static partial class FaceSentences
{
    public static IEnumerable<FaceSentence> Of(string markdown)
    {
        var text = Blank(Blank(markdown, WrongOption()), LinkAddress());
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (Ends(text, index))
            {
                yield return Cut(text, start, index + 1);
                start = index + 1;
            }
        }

        yield return Cut(text, start, text.Length);
    }

    private static FaceSentence Cut(string text, int start, int end) => new(text[start..end].Replace('\n', ' '), start);

    private static bool Ends(string text, int index)
    {
        var next = index + 1 < text.Length ? text[index + 1] : '\n';
        return text[index] switch
        {
            '.' or '!' or '?' or ':' or ';' => char.IsWhiteSpace(next),
            '\n' => next == '\n' || StartsBlock(text.AsSpan(index + 1)),
            _ => false,
        };
    }

    private static bool StartsBlock(ReadOnlySpan<char> rest)
    {
        var line = rest.TrimStart(' ');
        var marker = line.TrimStart("0123456789");
        return line.Length > 0 && (line[0] is '|' or '#' || line.StartsWith("- ") || line.StartsWith("* ") || (marker.Length < line.Length && marker.StartsWith(". ")));
    }

    private static string Blank(string text, Regex what) => what.Replace(text, match => new string(' ', match.Length));

    [GeneratedRegex(@"\]\([^()\n]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex LinkAddress();

    /// <summary>The option's line only: options are written on one line, and blanking must not swallow the next block.</summary>
    [GeneratedRegex(@"^\s{0,3}[-*+] \[ \].*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex WrongOption();
}
