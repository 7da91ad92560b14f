using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Intents;
using Kb.Bot.Understanding;
using Kb.Content.Phrases;
using Kb.Search.Analysis;

namespace Kb.Bot.Tests.Transcripts;

/// <summary>
/// As sure of an intent as the message shares stems with its nearest phrase (Jaccard): so simple that a reader of a transcript can
/// foresee it, and a better model never changes a transcript that is about the dialogue.
/// </summary>
internal sealed class NearestPhraseClassifier : IIntentClassifier
{
    private static readonly Analyzer Stems = RussianAnalyzer.Create("я мне меня у за в на с и а же ли по пожалуйста".Split(' ').ToFrozenSet());

    private readonly ImmutableArray<(string Intent, HashSet<string> Stems)> _phrases;

    public NearestPhraseClassifier(PhraseBook book) =>
        _phrases = [.. book.Intents.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.Select(phrase => (entry.Key, StemsOf(phrase))))];

    public ImmutableArray<string> Intents => [.. _phrases.Select(phrase => phrase.Intent).Distinct()];

    public ImmutableArray<ScoredIntent> Rank(Utterance utterance, int top)
    {
        var said = StemsOf(utterance.Text);
        return
        [
            .. _phrases
                .GroupBy(phrase => phrase.Intent, phrase => Alike(said, phrase.Stems))
                .Select(scores => new ScoredIntent(scores.Key, Math.Round(scores.Max() * 0.95, 3)))
                .Where(guess => guess.Confidence > 0)
                .OrderByDescending(guess => guess.Confidence)
                .ThenBy(guess => guess.Intent, StringComparer.Ordinal)
                .Take(top),
        ];
    }

    private static double Alike(HashSet<string> said, HashSet<string> phrase)
    {
        var shared = said.Count(phrase.Contains);
        return shared == 0 ? 0 : (double)shared / (said.Count + phrase.Count - shared);
    }

    private static HashSet<string> StemsOf(string text) => [.. Stems.Analyze(text).Select(token => token.Term)];
}
