using System.Collections.Frozen;
using Kb.Content;
using Kb.Search.Analysis;

namespace Kb.Web.Features.Widget.Suggestions;

/// <summary>
/// How a word that somebody is typing probably ends: as the word that students begin so most often. «Как верн» is «как вернуть», which has synonyms,
/// and not «вернуться», which happens to stand in a title. Immutable, thread-safe.
/// </summary>
internal sealed class WordCompletion
{
    /// <summary>A shorter beginning may become anything.</summary>
    private const int ShortestBeginning = 3;

    private static readonly Analyzer Words = RussianAnalyzer.CreateSurface();

    private readonly FrozenDictionary<string, string> _endings;

    private WordCompletion(FrozenDictionary<string, string> endings) => _endings = endings;

    /// <summary>By the training phrases of a base.</summary>
    public static WordCompletion Of(KnowledgeBase knowledge)
    {
        var counts = knowledge.Phrases.Intents.Values
            .SelectMany(phrases => phrases)
            .SelectMany(phrase => Words.Analyze(phrase))
            .CountBy(token => token.Term, StringComparer.Ordinal)
            .OrderByDescending(word => word.Value)
            .ThenBy(word => word.Key, StringComparer.Ordinal);
        var endings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, _) in counts)
        {
            for (var length = ShortestBeginning; length <= word.Length; length++)
            {
                endings.TryAdd(word[..length], word);
            }
        }

        return new WordCompletion(endings.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The text with its last word at its probable end; null where it is no beginning of a longer word.</summary>
    public string? Complete(string typed)
    {
        var start = typed.AsSpan().LastIndexOfAny(" \t\n") + 1;
        var last = typed[start..].ToLowerInvariant().Replace('ё', 'е');
        return _endings.TryGetValue(last, out var word) && word.Length > last.Length ? typed[..start] + word : null;
    }
}
