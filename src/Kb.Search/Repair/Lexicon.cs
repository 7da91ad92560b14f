using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Index.Terms;

namespace Kb.Search.Repair;

/// <summary>
/// The words that an index, or whoever reads text, knows: whether a word is known, how rare it is, which are near it. Immutable, thread-safe.
/// </summary>
/// <remarks>Words are in lower case with «ё» written as «е».</remarks>
public sealed class Lexicon
{
    private readonly ImmutableArray<LexiconSegment> _segments;
    private readonly LexiconSegment? _largest;
    private readonly ImmutableArray<ITokenFilter> _stemming;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _alsoKnown;
    private readonly double _documentCount;

    /// <param name="segments">The words of the documents, part by part.</param>
    /// <param name="documentCount">How many documents they are counted in.</param>
    /// <param name="stemming">The steps from a word to its stem, as the segments were stemmed.</param>
    /// <param name="alsoKnown">Words that no document needs to have to be right: stop words, names.</param>
    public Lexicon(
        ImmutableArray<LexiconSegment> segments, int documentCount, ImmutableArray<ITokenFilter> stemming, FrozenSet<string> alsoKnown)
    {
        _segments = segments;
        _largest = segments.MaxBy(segment => segment.Count);
        _stemming = stemming;
        _alsoKnown = alsoKnown.GetAlternateLookup<ReadOnlySpan<char>>();
        _documentCount = documentCount;
    }

    /// <summary>One segment of all words, whatever their order: of words that are equally near the first is taken, and hash tables have another order in every process.</summary>
    public static Lexicon Build(IEnumerable<KeyValuePair<string, int>> words, int documentCount, FrozenSet<string> alsoKnown) => new(
        [LexiconSegment.Build(words.Concat(alsoKnown.Select(word => KeyValuePair.Create(word, 1))).OrderBy(word => word.Key, StringComparer.Ordinal))],
        documentCount,
        [new RussianStemFilter()],
        alsoKnown);

    /// <summary>Whether there is no word to mend by.</summary>
    public bool IsEmpty => _segments.All(segment => segment.Count == 0);

    /// <summary>Bytes in memory of what only repair needs.</summary>
    public long Bytes => _segments.Sum(segment => segment.Bytes);

    /// <summary>Whether the word itself, a form of it, or a name is known.</summary>
    public bool Knows(ReadOnlySpan<char> word) => _alsoKnown.Contains(word) || Frequency(word) > 0;

    /// <summary>Documents that have the word or, together, its forms; 0 for a word that nobody used.</summary>
    public int Frequency(ReadOnlySpan<char> word)
    {
        var forms = 0;
        foreach (var segment in _segments)
        {
            if (segment.TryFind(word, out var documents, out var known))
            {
                forms += documents;
                // The stem of a word is the same in all segments; only a stop word has none, which stands for itself.
                return Math.Max(forms, StemFrequency(known));
            }
        }

        var stem = new Stemmer(_stemming).Stem(word);
        return stem.IsEmpty ? 0 : StemFrequency(stem);
    }

    /// <summary>Documents that have the word in this very form; as many as there are for a word that is known without them.</summary>
    public int FormFrequency(ReadOnlySpan<char> word)
    {
        var frequency = _alsoKnown.Contains(word) ? (int)_documentCount : 0;
        foreach (var segment in _segments)
        {
            frequency += segment.TryFind(word, out var documents, out _) ? documents : 0;
        }

        return frequency;
    }

    /// <summary>−ln of the share of documents that have a word: 0 for one that stands everywhere, and for names and stop words.</summary>
    public double Rarity(ReadOnlySpan<char> word) => _alsoKnown.Contains(word) ? 0 : Rarity(Frequency(word));

    internal double Rarity(int frequency) => Math.Max(0, Math.Log((_documentCount + 1) / (frequency + 0.5)));

    /// <summary>−ln of the probability that a word looks so, by the largest segment, which knows most.</summary>
    internal double LooksLikeWord(ReadOnlySpan<char> word) => _largest is null ? 0 : _largest.Model.Nats(word);

    /// <summary>Known words that somebody may have meant.</summary>
    /// <param name="word">As typed; not known itself.</param>
    /// <param name="limit">Most that they may cost, in hundredths of a typo.</param>
    /// <param name="deletions">0 looks only for words that sound alike, 1 and 2 for one typo or two.</param>
    internal ImmutableArray<NearWord> Near(ReadOnlySpan<char> word, int limit, int deletions)
    {
        if (word.Length > TypedWord.MaxLength)
        {
            return [];
        }

        Span<int> letters = stackalloc int[word.Length];
        var typed = new TypedWord(word, letters);
        var key = SpellingKey.Of(word);
        var found = new NearWords(limit);
        foreach (var segment in _segments)
        {
            segment.Compare(typed, key, deletions, found);
        }

        return found.ToImmutable();
    }

    private int StemFrequency(ReadOnlySpan<char> stem)
    {
        var sum = 0;
        foreach (var segment in _segments)
        {
            sum += segment.StemFrequency(stem);
        }

        return sum;
    }
}
