using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content;
using Kb.Search.Analysis;
using Kb.Search.Repair;

namespace Kb.Bot.Understanding;

/// <summary>
/// The words that the base uses, and whose they are. A message of foreign words cannot be a question to this base, and one of other
/// kinds' words not a question of this kind, however sure a classifier is: it knows only what its few known letters resemble. Immutable, thread-safe.
/// </summary>
public sealed class KnownWords
{
    /// <summary>A shorter stem has too many neighbours to be known by one typo.</summary>
    private const int TypoLength = 5;

    private readonly Analyzer _content;
    private readonly Analyzer _all;
    private readonly FrozenDictionary<string, FrozenSet<string>> _intentsByKey;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _keysByShortened;

    private KnownWords(Analyzer content, Analyzer all, FrozenDictionary<string, FrozenSet<string>> intentsByKey)
    {
        _content = content;
        _all = all;
        _intentsByKey = intentsByKey;
        _keysByShortened = intentsByKey.Keys
            .Where(key => key.Length >= TypoLength)
            .SelectMany(key => Shorten(key).Append(key).Distinct().Select(shortened => (Shortened: shortened, Key: key)))
            .GroupBy(pair => pair.Shortened, pair => pair.Key)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>Collects the words of phrases, of the register and of the articles' titles, short answers and tags.</summary>
    public static KnownWords Of(KnowledgeBase knowledge)
    {
        var all = RussianAnalyzer.Create(FrozenSet<string>.Empty);
        var texts = knowledge.Phrases.Intents.SelectMany(entry => entry.Value.Select(text => (Intent: entry.Key, Text: text)))
            .Concat(knowledge.Register.Kinds.Values.Select(kind => (Intent: kind.Id.Value, Text: kind.Name)))
            .Concat(knowledge.Articles.Values.SelectMany(article =>
                new[] { article.Title, article.Faces.Short?.Markdown ?? "", string.Join(' ', article.Tags) }.Select(text => (Intent: article.Kind.Value, Text: text))));
        var intentsByKey = texts
            .SelectMany(entry => all.Analyze(entry.Text).Select(token => (Key: SoundKey.Of(token.Term), entry.Intent)))
            .GroupBy(pair => pair.Key, pair => pair.Intent)
            .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet());
        return new KnownWords(RussianAnalyzer.Create(knowledge.StopWords), all, intentsByKey);
    }

    /// <summary>Looks up the words of a message.</summary>
    public WordEvidence Read(string text) => new(Look(_content, text), () => Look(_all, text));

    /// <summary>For every word the intents that use it; none for a foreign word. Numbers, dates and order numbers are nobody's vocabulary and left out.</summary>
    private ImmutableArray<ImmutableArray<FrozenSet<string>>> Look(Analyzer analyzer, string text) =>
    [
        .. analyzer.Analyze(text)
            .Where(token => !token.Term.Any(char.IsDigit))
            .Select(token => KeysNear(SoundKey.Of(token.Term)).Select(key => _intentsByKey[key]).ToImmutableArray()),
    ];

    /// <summary>
    /// The word itself, else those it meets after losing a letter at most each (W. Garbe's symmetric deletion): all that are one typo
    /// away, and a few that are two.
    /// </summary>
    private IEnumerable<string> KeysNear(string key)
    {
        if (_intentsByKey.ContainsKey(key))
        {
            return [key];
        }

        return key.Length < TypoLength
            ? []
            : Shorten(key).Append(key).SelectMany(shortened => _keysByShortened.GetValueOrDefault(shortened, [])).Distinct();
    }

    private static IEnumerable<string> Shorten(string key) => Enumerable.Range(0, key.Length).Select(at => key.Remove(at, 1));
}

/// <summary>How much of a message the base's words cover.</summary>
public sealed class WordEvidence
{
    private readonly ImmutableArray<ImmutableArray<FrozenSet<string>>> _content;

    /// <summary>Only small talk asks for them.</summary>
    private readonly Lazy<ImmutableArray<ImmutableArray<FrozenSet<string>>>> _all;

    internal WordEvidence(ImmutableArray<ImmutableArray<FrozenSet<string>>> content, Func<ImmutableArray<ImmutableArray<FrozenSet<string>>>> all)
    {
        _content = content;
        _all = new(all);
    }

    /// <summary>Number of content words.</summary>
    public int Count => _content.Length;

    /// <summary>Share of the content words that the base knows, as they are, by sound or with one typo.</summary>
    /// <value>0 to 1; 1 for a message without content words, which says nothing against it.</value>
    public double Coverage => Share(_content, keys => !keys.IsEmpty);

    /// <summary>Share of the content words that belong to one intent; 0 to 1, and 1 where there are none.</summary>
    public double CoverageBy(string intent) => Share(_content, keys => keys.Any(users => users.Contains(intent)));

    /// <summary>Share of all words, «ты» and «как» too, that belong to one intent: small talk is made of nothing else.</summary>
    public double WholeCoverageBy(string intent) => Share(_all.Value, keys => keys.Any(users => users.Contains(intent)));

    private static double Share(ImmutableArray<ImmutableArray<FrozenSet<string>>> words, Func<ImmutableArray<FrozenSet<string>>, bool> counts) =>
        words.IsEmpty ? 1 : (double)words.Count(counts) / words.Length;
}
