namespace Kb.Search.Repair;

/// <summary>Finds the lost spaces in «какскачатьсертификат»: the cheapest chain of known words. Immutable, thread-safe.</summary>
internal sealed class WordBreaker(Lexicon lexicon)
{
    /// <summary>Longer strings are no words typed without spaces.</summary>
    private const int MaxLength = 80;

    /// <summary>No longer word is looked for in a chain.</summary>
    private const int MaxPart = 24;

    /// <summary>Nats of a lost space.</summary>
    private const double Space = 4;

    /// <summary>The least that a word costs, and a word of two letters: what stands everywhere also begins other words («под», «не»).</summary>
    private const double LeastPart = 3;

    private const int ShortLength = 2;

    /// <summary>The words with single spaces between them and their cost in nats; null where the string is no chain of two known words or more.</summary>
    /// <param name="word">Lower case.</param>
    /// <param name="limit">A chain that costs as much or more is not returned.</param>
    public (string Text, double Cost)? Break(ReadOnlySpan<char> word, double limit)
    {
        if (word.Length is < 4 or > MaxLength)
        {
            return null;
        }

        Span<double> costs = stackalloc double[word.Length + 1];
        Span<int> starts = stackalloc int[word.Length + 1];
        costs.Fill(limit);
        costs[0] = -Space; // The first word has no space before it.
        for (var start = 0; start < word.Length; start++)
        {
            var longest = Math.Min(word.Length, start + MaxPart);
            for (var end = start + 1; end <= longest && costs[start] + Space < limit; end++)
            {
                if (start == 0 && end == word.Length)
                {
                    continue;
                }

                var part = word[start..end];
                // A form that stands in some text, not any form of a known word: endings are short words, too.
                if (lexicon.FormFrequency(part) > 0 && costs[start] + Space + CostOf(part) is var cost && cost < costs[end])
                {
                    (costs[end], starts[end]) = (cost, start);
                }
            }
        }

        return costs[^1] < limit ? (Join(word, starts), costs[^1]) : null;
    }

    private double CostOf(ReadOnlySpan<char> part) =>
        part.Length > ShortLength ? Math.Max(LeastPart, lexicon.Rarity(part))
        : lexicon.Rarity(part) == 0 ? LeastPart * (ShortLength + 1 - part.Length)
        : double.PositiveInfinity; // A short word that is no stop word is an abbreviation or garbage.

    private static string Join(ReadOnlySpan<char> word, ReadOnlySpan<int> starts)
    {
        var text = "";
        for (var end = word.Length; end > 0; end = starts[end])
        {
            text = text.Length == 0 ? word[starts[end]..end].ToString() : $"{word[starts[end]..end]} {text}";
        }

        return text;
    }
}
