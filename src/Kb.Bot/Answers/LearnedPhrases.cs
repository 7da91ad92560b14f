using System.Collections.Frozen;
using Kb.Bot.Commands;
using Kb.Bot.Understanding;
using Kb.Content;

namespace Kb.Bot.Answers;

/// <summary>
/// The training phrases of the kinds by heart. A model may still misread what it was taught, and whoever taught it «это безобразие, а не школа»
/// is a complaint expects that very message to be read so. Immutable, thread-safe.
/// </summary>
internal sealed class LearnedPhrases
{
    private readonly FrozenDictionary<string, string> _kindByPhrase;

    private LearnedPhrases(FrozenDictionary<string, string> kindByPhrase) => _kindByPhrase = kindByPhrase;

    /// <summary>Collects the phrases that are of one kind only; of a single word classifier and search know as much.</summary>
    public static LearnedPhrases Of(KnowledgeBase knowledge) => new(knowledge.Phrases.Intents
        .SelectMany(intent => intent.Value.Select(phrase => (Key: KeyOf(Utterance.Read(phrase)), Intent: intent.Key)))
        .Where(phrase => phrase.Key.Contains(' ', StringComparison.Ordinal))
        .GroupBy(phrase => phrase.Key, phrase => phrase.Intent, StringComparer.Ordinal)
        .Where(phrase => phrase.Distinct().Count() == 1 && knowledge.Register.Kinds.ContainsKey(new(phrase.First())))
        .ToFrozenDictionary(phrase => phrase.Key, phrase => phrase.First(), StringComparer.Ordinal));

    /// <summary>The kind that this very message is a phrase of, case and punctuation aside; null when it is none's.</summary>
    public string? KindOf(Utterance utterance) => _kindByPhrase.GetValueOrDefault(KeyOf(utterance));

    private static string KeyOf(Utterance utterance) => string.Join(' ', Clause.Words(utterance.Folded).Where(word => word.Length > 0));
}
