using System.Collections.Immutable;
using Kb.Bot.Understanding;

namespace Kb.Bot.Intents;

/// <summary>
/// The seam between the bot and what guesses intents. Thread-safe, and deterministic: the same model ranks the same utterance alike on
/// every call and machine.
/// </summary>
public interface IIntentClassifier
{
    /// <summary>Every intent that a ranking may name, ascending ordinally.</summary>
    ImmutableArray<string> Intents { get; }

    /// <summary>Guesses what a student wants.</summary>
    /// <param name="utterance">Any message, an empty one too.</param>
    /// <param name="top">How many candidates to return at most; at least 1.</param>
    /// <returns>
    /// Best first, equal confidences by ascending intent. Confidences sum to 1 over all intents at most: what is missing is the
    /// probability that the message is about nothing the base knows.
    /// </returns>
    ImmutableArray<ScoredIntent> Rank(Utterance utterance, int top);
}

/// <summary>One guess.</summary>
/// <param name="Intent">Id of a kind, of a talk turn or of a command.</param>
/// <param name="Confidence">Calibrated probability in [0, 1]: of guesses with 0.8, eight in ten are right.</param>
public readonly record struct ScoredIntent(string Intent, double Confidence);
