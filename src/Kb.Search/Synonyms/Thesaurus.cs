using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Index.Terms;

namespace Kb.Search.Synonyms;

/// <summary>Another word for a word, by their stems.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="Weight">1 where it says the same, less where it is only near.</param>
internal readonly record struct OtherWord(string Stem, double Weight);

/// <summary>
/// What the Russian of help centres calls by several names («скачать», «загрузить»), whatever the base is about. The base's own words are
/// <see cref="Repair.WordGroups"/>: they know phrases, are shown to editors, and win over these. Immutable, thread-safe.
/// </summary>
public sealed class Thesaurus
{
    private const string Resources = "Kb.Search.Synonyms.";

    /// <summary>Before a group of words that are near each other but not the same.</summary>
    private const char NearMark = '~';
    private const double NearWeight = 0.6;

    private readonly FrozenDictionary<string, ImmutableArray<OtherWord>> _others;

    private Thesaurus(FrozenDictionary<string, ImmutableArray<OtherWord>> others) => _others = others;

    /// <summary>No words.</summary>
    public static Thesaurus None { get; } = new(FrozenDictionary<string, ImmutableArray<OtherWord>>.Empty);

    /// <summary>The one that comes with search.</summary>
    /// <param name="stemming">The steps from a word to its stem, those of the index.</param>
    public static Thesaurus Russian(ImmutableArray<ITokenFilter> stemming)
    {
        var assembly = typeof(Thesaurus).Assembly;
        return Parse(string.Join('\n', assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)), stemming);

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Reads groups, one a line, words apart by white space; <c>#</c> begins a comment, <c>~</c> a group of near words.</summary>
    /// <param name="text">The groups.</param>
    /// <param name="stemming">The steps from a word to its stem. A word that they drop is left out.</param>
    public static Thesaurus Parse(string text, ImmutableArray<ITokenFilter> stemming)
    {
        var (words, stemmer) = (RussianAnalyzer.CreateSurface(), new Stemmer(stemming));
        var others = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => !line.StartsWith('#')))
        {
            var weight = line.StartsWith(NearMark) ? NearWeight : 1;
            var stems = words.Analyze(line)
                .Select(token => stemmer.Stem(token.Term).ToString())
                .Where(stem => stem.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .ToArray();
            foreach (var (one, other) in stems.SelectMany(one => stems.Where(other => other != one).Select(other => (one, other))))
            {
                var known = others.TryGetValue(one, out var found) ? found : others[one] = new Dictionary<string, double>(StringComparer.Ordinal);
                known[other] = Math.Max(weight, known.GetValueOrDefault(other));
            }
        }

        return new Thesaurus(others.ToFrozenDictionary(
            entry => entry.Key,
            entry => entry.Value.OrderBy(other => other.Key, StringComparer.Ordinal).Select(other => new OtherWord(other.Key, other.Value)).ToImmutableArray(),
            StringComparer.Ordinal));
    }

    /// <summary>Other words for one, in a fixed order; nothing for a word that has none.</summary>
    internal ImmutableArray<OtherWord> For(string stem) => _others.GetValueOrDefault(stem, []);
}
