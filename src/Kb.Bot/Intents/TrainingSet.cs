using System.Collections.Immutable;
using Kb.Content.Phrases;

namespace Kb.Bot.Intents;

/// <summary>What a classifier learns from. Immutable.</summary>
/// <param name="Phrases">In any order; the trained model depends on it, so it must be stable.</param>
public sealed record TrainingSet(ImmutableArray<TrainingPhrase> Phrases)
{
    /// <summary>The phrases of a base in a stable order.</summary>
    public static TrainingSet From(PhraseBook book) => new(
    [
        .. book.Intents.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.Select(text => new TrainingPhrase(text, entry.Key))),
        .. book.NotOurs.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.Select(text => new TrainingPhrase(text, null))),
    ]);
}

/// <summary>One labelled utterance.</summary>
/// <param name="Text">As a student writes it.</param>
/// <param name="Intent">What they want; null when it is nothing the base answers.</param>
public readonly record struct TrainingPhrase(string Text, string? Intent);
