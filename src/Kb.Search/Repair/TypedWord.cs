using System.Buffers;

namespace Kb.Search.Repair;

/// <summary>
/// A typed word that is compared with many known ones: weighted Damerau–Levenshtein distance (optimal string alignment, Damerau 1964) in a band.
/// The ending may be another form's: what people mistype is mostly the stem, and which form the list happens to hold is chance.
/// </summary>
internal readonly ref struct TypedWord
{
    /// <summary>A longer word is not compared: it is no word.</summary>
    public const int MaxLength = 40;

    /// <summary>How far the two words may be shifted against each other, in letters.</summary>
    private const int Band = 3;

    /// <summary>Another ending than the typed one costs so much, in hundredths of a typo.</summary>
    private const int OtherForm = 20;

    /// <summary>A shorter stem says too little without its ending.</summary>
    private const int ShortestStem = 5;

    private const int LongestEnding = 4;
    private const int Infinite = 1 << 20;

    private static readonly SearchValues<char> EndingBegins = SearchValues.Create("аеиоуыэюяьй");
    private static readonly SearchValues<char> EndingGoesOn = SearchValues.Create("аеиоуыюяьйвгмхтшлс");

    private readonly ReadOnlySpan<char> _word;
    private readonly ReadOnlySpan<int> _letters;

    /// <param name="word">Lower case, «ё» written as «е», at most <see cref="MaxLength"/> characters.</param>
    /// <param name="letters">Room for as many codes.</param>
    public TypedWord(ReadOnlySpan<char> word, Span<int> letters)
    {
        _word = word;
        for (var i = 0; i < word.Length; i++)
        {
            letters[i] = Letters.Code(word[i]);
        }

        _letters = letters[..word.Length];
    }

    /// <summary>The word.</summary>
    public ReadOnlySpan<char> Word => _word;

    /// <summary>Whether both words are the same to the ear, whole.</summary>
    public bool SoundsLike(ReadOnlySpan<char> term)
    {
        Span<int> typed = stackalloc int[MaxLength];
        Span<int> meant = stackalloc int[MaxLength];
        return typed[..SpellingKey.Hear(_word, typed)].SequenceEqual(meant[..SpellingKey.Hear(term, meant)]);
    }

    /// <summary>What it costs that somebody meant <paramref name="term"/>, in hundredths of a typo.</summary>
    /// <param name="term">A known word.</param>
    /// <param name="stem">How many of its letters are its stem.</param>
    /// <param name="limit">Beyond it the exact value does not matter.</param>
    /// <returns>The cost; more than <paramref name="limit"/> means only that.</returns>
    public int CostOf(ReadOnlySpan<char> term, int stem, int limit)
    {
        if (_letters.Length - term.Length > Band || stem - _letters.Length > Band || term.Length > MaxLength)
        {
            return Infinite;
        }

        var width = _letters.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        Start(rows[..width]);
        var best = Infinite;
        var (letter, least) = (0, 0);
        for (var i = 1; i <= term.Length; i++)
        {
            var row = rows.Slice(i % 3 * width, width);
            var (beforeLetter, leastBefore) = (letter, least);
            letter = Letters.Code(term[i - 1]);
            least = Fill(row, rows.Slice((i + 2) % 3 * width, width), rows.Slice((i + 1) % 3 * width, width), i, letter, beforeLetter);
            if (i == stem && stem >= ShortestStem)
            {
                best = Math.Min(best, FormCost(row));
            }

            if (least > limit && leastBefore > limit) // Two rows: a swap reaches over one.
            {
                return best;
            }
        }

        return Math.Min(best, rows.Slice(term.Length % 3 * width, width)[^1]);
    }

    private void Start(Span<int> row)
    {
        row[0] = 0;
        for (var j = 1; j < row.Length; j++)
        {
            row[j] = j > Band ? Infinite : row[j - 1] + EditCosts.Extra(_letters[j - 1], j > 1 ? _letters[j - 2] : 0) + First(j);
        }
    }

    private int Fill(Span<int> row, ReadOnlySpan<int> above, ReadOnlySpan<int> before, int i, int letter, int beforeLetter)
    {
        var from = Math.Max(1, i - Band);
        var to = Math.Min(_letters.Length, i + Band);
        row.Fill(Infinite);
        if (i <= Band)
        {
            row[0] = above[0] + EditCosts.Extra(letter, beforeLetter) + First(i);
        }

        var least = row[0];
        var missing = EditCosts.Extra(letter, beforeLetter) + First(i);
        for (var j = from; j <= to; j++)
        {
            var typed = _letters[j - 1];
            var typedBefore = j > 1 ? _letters[j - 2] : 0;
            var replaced = above[j - 1] + (typed == letter ? 0 : EditCosts.Replace(typed, letter) + First(Math.Max(i, j)));
            var extra = row[j - 1] + EditCosts.Extra(typed, typedBefore) + First(j);
            var cost = Math.Min(replaced, Math.Min(extra, above[j] + missing));
            if (i > 1 && typed == beforeLetter && typedBefore == letter && typed != letter)
            {
                cost = Math.Min(cost, before[j - 2] + EditCosts.Swap);
            }

            row[j] = cost;
            least = Math.Min(least, cost);
        }

        return least;
    }

    /// <summary>The cheapest way to end the stem somewhere in the typed word and take the rest for an ending.</summary>
    private int FormCost(ReadOnlySpan<int> row)
    {
        var best = Infinite;
        for (var j = row.Length - 1; j >= Math.Max(ShortestStem - 1, row.Length - 1 - LongestEnding); j--)
        {
            if (row[j] + OtherForm < best && IsEnding(_word[j..]))
            {
                best = row[j] + OtherForm;
            }
        }

        return best;
    }

    private static bool IsEnding(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || (EndingBegins.Contains(rest[0]) && !rest[1..].ContainsAnyExcept(EndingGoesOn));

    private static int First(int at) => at == 1 ? EditCosts.FirstLetter : 0;
}
