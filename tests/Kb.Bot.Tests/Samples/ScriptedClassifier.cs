using System.Collections.Immutable;
using Kb.Bot.Intents;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Samples;

/// <summary>Answers every message with the same ranking, so that a test says what the classifier is sure of.</summary>
internal sealed class ScriptedClassifier(params IEnumerable<(string Intent, double Confidence)> guesses) : IIntentClassifier
{
    private readonly ImmutableArray<ScoredIntent> _ranking =
        [.. guesses.Select(guess => new ScoredIntent(guess.Intent, guess.Confidence)).OrderByDescending(guess => guess.Confidence)];

    public ImmutableArray<string> Intents => [.. _ranking.Select(guess => guess.Intent).Order(StringComparer.Ordinal)];

    public ImmutableArray<ScoredIntent> Rank(Utterance utterance, int top) => [.. _ranking.Take(top)];
}
