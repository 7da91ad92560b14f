using Kb.Search.Analysis;
using Kb.Search.Query;

namespace Kb.Search.Passages;

/// <summary>Cuts the passage of a text that says most about a query: whole sentences where they fit, and the matching words marked whatever their form.</summary>
internal static class PassageBuilder
{
    /// <summary>What is read of a long text, in characters: the best passage of a book is not worth the wait.</summary>
    private const int ReadLimit = 50_000;

    /// <summary>Sums of the same worths in another order are equal.</summary>
    private const float Rounding = 1e-4f;

    /// <param name="text">The text of a field.</param>
    /// <param name="words">Finds its words as the index did.</param>
    /// <param name="wanted">What to look for.</param>
    /// <param name="maxLength">Longest passage, in characters, without the ellipses.</param>
    /// <returns>The passage, and the worth of the distinct words of the query in it.</returns>
    public static (Snippet Passage, float Worth) Build(string text, Analyzer words, WantedWords wanted, int maxLength)
    {
        var collector = new MatchCollector(wanted.Words);
        var window = new SentenceWindow(maxLength);
        Scan(text, words, wanted, collector, window, skip: true);
        if (window.BestMatch < 0 && wanted.Most > 0)
        {
            Scan(text, words, wanted, collector, window, skip: false); // Written with other characters than it was asked for.
        }

        var span = PassageSpan.Around(text, window, collector.Matches, maxLength);
        collector.Matches.Clear();
        collector.Offset = span.Start;
        words.Analyze(text.AsSpan(span.Start..span.End), collector); // Also what stands behind the best sentence wants its marks.
        return (PassageCutter.Cut(text, span, collector.Matches), window.BestWorth);
    }

    private static void Scan(string text, Analyzer words, WantedWords wanted, MatchCollector collector, SentenceWindow window, bool skip)
    {
        var length = Math.Min(text.Length, ReadLimit);
        var hit = -1;
        for (var start = Sentences.StartFrom(text, 0); start < length && window.BestWorth < wanted.Most - Rounding;)
        {
            var end = Math.Min(length, Sentences.EndOf(text, start));
            hit = skip && hit < start ? NextHit(text, start, length, wanted) : hit;
            if (!skip || hit < end)
            {
                var first = collector.Matches.Count;
                collector.Offset = start;
                words.Analyze(text.AsSpan(start..end), collector);
                window.Add(start, end, collector.Matches, first);
            }

            start = Sentences.StartFrom(text, hit >= length ? length : end);
        }
    }

    private static int NextHit(string text, int start, int length, WantedWords wanted)
    {
        var found = text.AsSpan(start..length).IndexOfAny(wanted.Beginnings);
        return found < 0 ? length : start + found;
    }
}
