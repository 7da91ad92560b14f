using System.Collections.Immutable;
using System.Text;
using Kb.Search.Query;

namespace Kb.Search.Passages;

/// <summary>Copies a part of a text as it is shown: every run of white space as one space, «…» where a sentence is cut, and the marks moved along.</summary>
internal static class PassageCutter
{
    public static Snippet Cut(string text, PassageSpan span, List<PassageMatch> matches)
    {
        var passage = new StringBuilder(span.CutBefore ? "…" : "", span.End - span.Start + 2);
        var moved = new int[span.End - span.Start + 1];
        for (var at = span.Start; at < span.End; at++)
        {
            moved[at - span.Start] = passage.Length;
            if (!char.IsWhiteSpace(text[at]) && !char.IsControl(text[at]))
            {
                passage.Append(text[at]);
            }
            else if (passage.Length > 0 && passage[^1] != ' ')
            {
                if (text[at] == '\n' && char.IsLetterOrDigit(passage[^1]))
                {
                    passage.Append('.'); // A heading, an item of a list: without its line it would run into the next one.
                }

                passage.Append(' ');
            }
        }

        moved[^1] = passage.Length;
        var marks = matches
            .Where(match => match.Start >= span.Start && match.End <= span.End)
            .Select(match => new TextSpan(moved[match.Start - span.Start], moved[match.End - span.Start]));
        var trimmed = passage.ToString().TrimEnd();
        return new Snippet(span.CutAfter ? trimmed + "…" : trimmed, Merge(marks));
    }

    /// <summary>A compound and its parts overlap: «онлайн-курс» is marked once.</summary>
    private static ImmutableArray<TextSpan> Merge(IEnumerable<TextSpan> ascending)
    {
        var merged = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in ascending)
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged.DrainToImmutable();
    }
}
