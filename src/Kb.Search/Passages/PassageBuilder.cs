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
    /// <param name="wanted">The words that match.</param>
    /// <param name="most">Worth of all that the field has: a passage that has it is the best, and reading ends.</param>
    /// <param name="maxLength">Longest passage, in characters, without the ellipses.</param>
    /// <returns>The passage, and the worth of the distinct words of the query in it.</returns>
    public static (Snippet Passage, float Worth) Build(
        string text, Analyzer words, Dictionary<string, PassageWord> wanted, float most, int maxLength)
    {
        var collector = new MatchCollector(wanted);
        var window = new SentenceWindow(maxLength);
        var length = Math.Min(text.Length, ReadLimit);
        var start = Sentences.StartFrom(text, 0);
        while (start < length && window.BestWorth < most - Rounding)
        {
            var end = Math.Min(length, Sentences.EndOf(text, start));
            var first = collector.Matches.Count;
            Collect(start, end);
            window.Add(start, end, collector.Matches, first);
            start = Sentences.StartFrom(text, end);
        }

        var span = PassageSpan.Around(text, window, collector.Matches, maxLength);
        if (span.End > start)
        {
            Collect(start, span.End); // The rest of what is shown wants its marks too.
        }

        return (PassageCutter.Cut(text, span, collector.Matches), window.BestWorth);

        void Collect(int from, int to)
        {
            collector.Offset = from;
            words.Analyze(text.AsSpan(from..to), collector);
        }
    }
}
