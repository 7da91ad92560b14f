using System.Collections.Frozen;
using Kb.Content;
using Kb.Search.Analysis;

namespace Kb.Bot.Understanding;

/// <summary>
/// The words that the base uses, and how much of a message they cover. A message of foreign words cannot be a question to this base,
/// however sure a classifier is: it knows only what its few known letters resemble. Immutable, thread-safe.
/// </summary>
public sealed class KnownWords
{
    /// <summary>A shorter stem has too many neighbours to be known by one typo.</summary>
    private const int TypoLength = 5;

    private readonly Analyzer _analyzer;
    private readonly FrozenSet<string> _keys;
    private readonly FrozenSet<string> _shortened;

    private KnownWords(Analyzer analyzer, FrozenSet<string> keys)
    {
        _analyzer = analyzer;
        _keys = keys;
        _shortened = keys.Where(key => key.Length >= TypoLength).SelectMany(Shorten).ToFrozenSet();
    }

    /// <summary>Collects the content words of phrases, of the register and of the articles' titles and short answers.</summary>
    public static KnownWords Of(KnowledgeBase knowledge)
    {
        var analyzer = RussianAnalyzer.Create(knowledge.StopWords);
        var texts = knowledge.Phrases.Intents.Values.SelectMany(phrases => phrases)
            .Concat(knowledge.Register.Kinds.Values.Select(kind => kind.Name))
            .Concat(knowledge.Articles.Values.SelectMany(article => new[] { article.Title, article.Faces.Short?.Markdown ?? "", string.Join(' ', article.Tags) }));
        return new KnownWords(analyzer, texts.SelectMany(text => analyzer.Analyze(text)).Select(token => SoundKey.Of(token.Term)).ToFrozenSet());
    }

    /// <summary>Share of the content words that the base knows, as they are, by sound or with one typo.</summary>
    /// <returns>0 to 1; 1 for a message without content words, which says nothing against it.</returns>
    public double Coverage(string text)
    {
        var known = 0;
        var total = 0;
        foreach (var token in _analyzer.Analyze(text))
        {
            // Numbers, dates and order numbers are nobody's vocabulary.
            if (token.Term.Any(char.IsDigit))
            {
                continue;
            }

            total++;
            known += Knows(SoundKey.Of(token.Term)) ? 1 : 0;
        }

        return total == 0 ? 1 : (double)known / total;
    }

    /// <summary>One edit apart means that the words meet after losing a letter at most each (W. Garbe's symmetric deletion); a few pairs two edits apart meet too.</summary>
    private bool Knows(string key) =>
        _keys.Contains(key)
        || (key.Length >= TypoLength && (_shortened.Contains(key) || Shorten(key).Any(shorter => _keys.Contains(shorter) || _shortened.Contains(shorter))));

    private static IEnumerable<string> Shorten(string key) => Enumerable.Range(0, key.Length).Select(at => key.Remove(at, 1));
}
