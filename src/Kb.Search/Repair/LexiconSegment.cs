using Kb.Search.Analysis;
using Kb.Search.Index.Terms;

namespace Kb.Search.Repair;

/// <summary>The words of one part of an index and how many of its documents have them. Immutable, thread-safe.</summary>
public sealed class LexiconSegment
{
    /// <summary>Most that a word costs which sounds as it was typed («нравиццо»), in hundredths of a typo.</summary>
    private const int SoundsAlike = 70;

    private readonly SpellingTables _tables;
    private readonly int[] _forms;
    private readonly int[] _stems;

    /// <param name="tables">The words.</param>
    /// <param name="forms">Number of a surface form to its documents.</param>
    /// <param name="stems">Number of a stem to its documents.</param>
    internal LexiconSegment(SpellingTables tables, int[] forms, int[] stems)
    {
        _tables = tables;
        _forms = forms;
        _stems = stems;
    }

    /// <summary>Bytes in memory of what only repair needs.</summary>
    public long Bytes => _tables.Bytes;

    /// <summary>How many different words there are.</summary>
    public int Count => _forms.Length;

    /// <summary>What looks like a word here.</summary>
    internal LetterModel Model => _tables.Model;

    private Vocabulary Words => _tables.Vocabulary;

    /// <summary>A segment of words that no index holds.</summary>
    /// <param name="words">Lower case, «ё» written as «е», each with the number of documents that have it; frequencies of equal words are added.</param>
    public static LexiconSegment Build(IEnumerable<KeyValuePair<string, int>> words)
    {
        var surfaces = new TermTable();
        var frequencies = new List<int>();
        foreach (var (word, frequency) in words)
        {
            var number = surfaces.FindOrAdd(word);
            if (number == frequencies.Count)
            {
                frequencies.Add(0);
            }

            frequencies[number] += frequency;
        }

        var vocabulary = Vocabulary.Of(surfaces, new Stemmer([new RussianStemFilter()]));
        var stems = new int[vocabulary.Stems.Count];
        for (var surface = 0; surface < frequencies.Count; surface++)
        {
            stems[vocabulary.StemOf(surface)] += frequencies[surface];
        }

        return new LexiconSegment(new SpellingTables(vocabulary), [.. frequencies], stems);
    }

    /// <summary>In how many documents the word stands in this form; false where it is none of this segment's words.</summary>
    internal bool TryFind(ReadOnlySpan<char> word, out int documents, out ReadOnlySpan<char> stem)
    {
        documents = 0;
        stem = [];
        if (!Words.Surfaces.TryFind(word, out var number))
        {
            return false;
        }

        documents = _forms[number];
        stem = Words.StemOf(number) is >= 0 and var stemNumber ? Words.Stems[stemNumber] : word;
        return true;
    }

    /// <summary>In how many documents some form of the stem stands.</summary>
    internal int StemFrequency(ReadOnlySpan<char> stem) => Words.Stems.TryFind(stem, out var number) ? _stems[number] : 0;

    /// <summary>Compares a typed word with those near it.</summary>
    /// <param name="typed">The word.</param>
    /// <param name="key">Its key.</param>
    /// <param name="deletions">See <see cref="NearTerms.Find"/>.</param>
    /// <param name="found">Keeps the best of what is found.</param>
    internal void Compare(TypedWord typed, SpellingKey key, int deletions, NearWords found)
    {
        var candidates = new List<(int Number, int StemLength)>();
        _tables.Near.Find(typed.Word, key, deletions, found.Limit, candidates);
        foreach (var (number, _) in candidates)
        {
            Words.Surfaces.Touch(number);
        }

        foreach (var (number, stem) in candidates)
        {
            var word = Words.Surfaces[number];
            var cost = typed.CostOf(word, stem, found.Limit);
            if (cost > SoundsAlike && deletions == 0 && typed.SoundsLike(word))
            {
                cost = SoundsAlike;
            }

            if (cost <= found.Limit && Frequency(number) is > 0 and var frequency)
            {
                found.Offer(word, stem, cost, frequency);
            }
        }
    }

    private int Frequency(int surface) => Words.StemOf(surface) is >= 0 and var stem ? _stems[stem] : _forms[surface];
}
