using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Query;

namespace Kb.Search.Repair;

/// <summary>
/// Words and short phrases that stand for each other: spellings of one word, and different words for one thing. Compared by stems, stop
/// words left out on both sides, the longest phrase first. Immutable, thread-safe.
/// </summary>
public sealed class WordGroups
{
    /// <summary>What another spelling is worth relative to the typed one: exact still wins.</summary>
    private const double SpellingWeight = 0.7;

    /// <summary>What another word for the thing is worth, a phrase all its words together.</summary>
    private const double SynonymWeight = 0.3;

    /// <summary>Longest phrase, in words that are no stop words.</summary>
    private const int MaxWords = 4;

    /// <summary>A query of synonyms only would be searched for half of the dictionary.</summary>
    private const int MaxAlternatives = 16;

    private readonly Analyzer _stems;
    private readonly FrozenDictionary<string, Entry> _entries;

    private WordGroups(Analyzer stems, FrozenDictionary<string, Entry> entries, FrozenSet<string> words)
    {
        _stems = stems;
        _entries = entries;
        Words = words;
        Segment = LexiconSegment.Build(words.Select(word => KeyValuePair.Create(word, 1)));
    }

    /// <summary>No groups.</summary>
    public static WordGroups None { get; } = Of(Analyzer.From(new WordTokenizer()), [], []);

    /// <summary>All words of all members, as they are written: they are right though no document may have them.</summary>
    public FrozenSet<string> Words { get; }

    /// <summary>The same for repair: what is a typo of «домашка» is not far from homework.</summary>
    internal LexiconSegment Segment { get; }

    /// <param name="stems">Words to stems, without stop words.</param>
    /// <param name="spellings">Groups of spellings of one word.</param>
    /// <param name="synonyms">Groups of words for one thing.</param>
    public static WordGroups Of(Analyzer stems, ImmutableArray<ImmutableArray<string>> spellings, ImmutableArray<ImmutableArray<string>> synonyms)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (group, kind) in spellings.Select(group => (group, RepairKind.Spelling)).Concat(synonyms.Select(group => (group, RepairKind.Synonym))))
        {
            foreach (var member in group)
            {
                var key = KeyOf(WithoutCompounds(stems.Analyze(member)).Select(token => token.Term));
                var others = group.Where(other => KeyOf(WithoutCompounds(stems.Analyze(other)).Select(token => token.Term)) != key).ToImmutableArray();
                var entry = entries.GetValueOrDefault(key, new Entry([], []));
                entries[key] = kind == RepairKind.Spelling
                    ? entry with { Spellings = entry.Spellings.AddRange(others) }
                    : entry with { Synonyms = entry.Synonyms.AddRange(others) };
            }
        }

        entries.Remove("");
        var surface = RussianAnalyzer.CreateSurface();
        var words = spellings.Concat(synonyms).SelectMany(group => group).SelectMany(member => surface.Analyze(member)).Select(token => token.Term);
        return new WordGroups(stems, entries.ToFrozenDictionary(StringComparer.Ordinal), words.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>What else the words and phrases of a text may be called.</summary>
    internal ImmutableArray<AlternativeText> AlternativesFor(string text)
    {
        if (_entries.Count == 0)
        {
            return [];
        }

        var alternatives = ImmutableArray.CreateBuilder<AlternativeText>();
        var tokens = WithoutCompounds(_stems.Analyze(text));
        for (var at = 0; at < tokens.Count && alternatives.Count < MaxAlternatives;)
        {
            var length = Math.Min(MaxWords, tokens.Count - at);
            while (length > 0 && !Add(tokens.Slice(at, length), alternatives))
            {
                length--;
            }

            at += Math.Max(1, length);
        }

        return [.. alternatives.Take(MaxAlternatives)];
    }

    private bool Add(List<Token> phrase, ImmutableArray<AlternativeText>.Builder alternatives)
    {
        if (!_entries.TryGetValue(KeyOf(phrase.Select(token => token.Term)), out var entry))
        {
            return false;
        }

        var place = new TextSpan(phrase[0].Start, phrase[^1].End);
        alternatives.AddRange(entry.Spellings.Select(text => new AlternativeText(place, text, RepairKind.Spelling, SpellingWeight / WordCount(text))));
        // Another spelling may be the one that has synonyms.
        var synonyms = entry.Synonyms.Concat(entry.Spellings
            .SelectMany(text => _entries.TryGetValue(KeyOf(WithoutCompounds(_stems.Analyze(text)).Select(token => token.Term)), out var spelling) ? spelling.Synonyms : []));
        alternatives.AddRange(synonyms.Select(text => new AlternativeText(place, text, RepairKind.Synonym, SynonymWeight / WordCount(text))));
        return true;
    }

    /// <summary>Of a compound and its parts the parts: members are read the same way.</summary>
    private static List<Token> WithoutCompounds(ImmutableArray<Token> tokens) =>
        [.. tokens.Where((token, i) => i + 1 == tokens.Length || tokens[i + 1].Start >= token.End)];

    private static string KeyOf(IEnumerable<string> stems) => string.Join(' ', stems);

    private static int WordCount(string text) => 1 + text.AsSpan().Trim().Count(' ');

    private sealed record Entry(ImmutableArray<string> Spellings, ImmutableArray<string> Synonyms);
}
