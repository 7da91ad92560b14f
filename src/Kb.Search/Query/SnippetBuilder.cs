using System.Collections.Immutable;
using System.Text;
using Kb.Search.Analysis;

namespace Kb.Search.Query;

/// <summary>Cuts the passage of a text that says most about a query, in whole words, and marks the matching words whatever their form.</summary>
internal static class SnippetBuilder
{
    /// <summary>The passage begins at most so many characters before its first match, so that the match is seen at once.</summary>
    private const int Lead = 60;

    /// <summary>What is read of a long text, in characters: the best passage of a book is not worth the wait.</summary>
    private const int ReadLimit = 50_000;

    /// <param name="text">The text of a field.</param>
    /// <param name="analyzer">Reads it as the index did.</param>
    /// <param name="worth">The terms that match, and how much each says.</param>
    /// <param name="maxLength">Longest passage, in characters, without the ellipses.</param>
    /// <returns>The passage, and the worth of the distinct terms in it: the better of two texts is the one whose passage is worth more.</returns>
    public static (Snippet Passage, double Worth) Build(string text, Analyzer analyzer, Dictionary<string, double> worth, int maxLength)
    {
        var read = text.Length <= ReadLimit ? text : text[..ReadLimit];
        var matches = MatchCollector.Collect(read, analyzer, worth);
        var (best, bestWorth) = BestWindow(matches, worth, maxLength - Lead);
        var start = PassageStart(read, matches.IsEmpty ? 0 : matches[best].Start);
        var end = PassageEnd(read, start, maxLength);
        return (Cut(read, start, end, matches), bestWorth);
    }

    /// <summary>The match that begins the window with the most valuable distinct terms, the earliest of equals, and their worth.</summary>
    private static (int First, double Worth) BestWindow(ImmutableArray<Token> matches, Dictionary<string, double> worth, int width)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (best, bestWorth, current, next) = (0, 0.0, 0.0, 0);
        for (var first = 0; first < matches.Length; first++)
        {
            for (; next < matches.Length && (next == first || matches[next].End - matches[first].Start <= width); next++)
            {
                var seen = counts.GetValueOrDefault(matches[next].Term);
                current += seen == 0 ? worth[matches[next].Term] : 0;
                counts[matches[next].Term] = seen + 1;
            }

            if (current > bestWorth + 1e-9)
            {
                (best, bestWorth) = (first, current);
            }

            current -= --counts[matches[first].Term] == 0 ? worth[matches[first].Term] : 0;
        }

        return (best, bestWorth);
    }

    /// <summary>The start of the sentence if it is near, else the start of a word.</summary>
    private static int PassageStart(string text, int match)
    {
        var earliest = Math.Max(0, match - Lead);
        for (var at = match; at > earliest; at--)
        {
            if (char.IsWhiteSpace(text[at - 1]) && (at < 2 || text[at - 2] is '.' or '!' or '?' or '…' || text[at - 1] == '\n'))
            {
                return at;
            }
        }

        if (earliest == 0)
        {
            return 0;
        }

        var space = text.AsSpan(earliest..match).IndexOfAny(' ', '\n', '\t');
        return space < 0 ? match : earliest + space + 1;
    }

    private static int PassageEnd(string text, int start, int maxLength)
    {
        if (text.Length - start <= maxLength)
        {
            return text.Length;
        }

        var end = start + maxLength;
        var space = text.AsSpan(start..end).LastIndexOfAny(' ', '\n', '\t');
        if (space > 0)
        {
            return start + space;
        }

        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end; // One endless word: at least not through a character.
    }

    /// <summary>Copies text[start..end] with every run of white space as one space, and moves the marks along.</summary>
    private static Snippet Cut(string text, int start, int end, ImmutableArray<Token> matches)
    {
        var passage = new StringBuilder(start > 0 ? "…" : "", end - start + 2);
        var moved = new int[end - start + 1];
        for (var at = start; at < end; at++)
        {
            var white = char.IsWhiteSpace(text[at]) || char.IsControl(text[at]);
            moved[at - start] = passage.Length;
            if (!white)
            {
                passage.Append(text[at]);
            }
            else if (passage.Length > 0 && passage[^1] != ' ')
            {
                passage.Append(' ');
            }
        }

        moved[end - start] = passage.Length;
        var spans = matches
            .Where(match => match.Start >= start && match.End <= end)
            .Select(match => new TextSpan(moved[match.Start - start], moved[match.End - start]));
        var marks = Merge(spans);
        var trimmed = passage.ToString().TrimEnd();
        return new Snippet(end < text.Length ? trimmed + "…" : trimmed, marks);
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
