using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Kb.Search.Query;

namespace Kb.Web.Features.Search;

/// <summary>The passage that matched, found again in the answer that is shown whole: an answer has its dashes, numbers and line breaks.</summary>
internal static partial class AnswerMarks
{
    /// <summary>Marks of the passage as spans of the answer; none where the passage comes from another text.</summary>
    public static ImmutableArray<TextSpan> Of(string? answer, Snippet passage)
    {
        var text = passage.Text.Trim('…', ' ');
        if (answer is null || text.Length == 0)
        {
            return [];
        }

        var (read, places) = AsRead(answer);
        var at = read.IndexOf(text, StringComparison.Ordinal);
        if (at < 0)
        {
            return [];
        }

        var shift = at - passage.Text.IndexOf(text, StringComparison.Ordinal);
        return [.. passage.Marks.Select(mark => new TextSpan(places[mark.Start + shift], places[mark.End - 1 + shift] + 1))];
    }

    /// <summary>The answer as passages are cut from it: no addresses, no signs of lists, every run of white space one space; and where each character stands.</summary>
    private static (string Text, List<int> Places) AsRead(string answer)
    {
        var text = new StringBuilder(answer.Length);
        var places = new List<int>(answer.Length);
        var skipped = Skipped().EnumerateMatches(answer);
        var skips = skipped.MoveNext();
        for (var at = 0; at < answer.Length; at++)
        {
            if (skips && at == skipped.Current.Index)
            {
                at += skipped.Current.Length - 1;
                skips = skipped.MoveNext();
            }
            else if (answer[at] == '\n' && text.Length > 0 && char.IsLetterOrDigit(text[^1]))
            {
                text.Append(". "); // As passages tell the end of a line.
                places.AddRange([at, at]);
            }
            else if (!char.IsWhiteSpace(answer[at]) || text.Length == 0 || text[^1] != ' ')
            {
                text.Append(char.IsWhiteSpace(answer[at]) ? ' ' : answer[at]);
                places.Add(at);
            }
        }

        return (text.ToString(), places);
    }

    // An address in brackets, as templates have it; what a letter puts before the items of a list.
    [GeneratedRegex(@" \((?:https?://|/)[^\s)]*\)|(?<=^|\n) *(?:— |\d+\. )")]
    private static partial Regex Skipped();
}
