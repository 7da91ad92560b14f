using System.Collections.Immutable;
using Kb.Content;

namespace Kb.Bot.Intents;

/// <summary>What a classifier learns from. Immutable.</summary>
/// <param name="Phrases">In any order; the trained model depends on it, so it must be stable.</param>
public sealed record TrainingSet(ImmutableArray<TrainingPhrase> Phrases)
{
    /// <summary>
    /// Questions whose right answer is known and which are not learned: how sure to be is read off them, where there are enough. Real
    /// messages are easier than phrases that were written to differ, and a share held out of those makes a bot timid.
    /// </summary>
    public ImmutableArray<TrainingPhrase> Checks { get; init; } = [];

    /// <summary>The phrases of a base in a stable order, and the half of its golden questions that may be tuned on.</summary>
    public static TrainingSet From(KnowledgeBase knowledge) => new(
    [
        .. knowledge.Phrases.Intents.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.Select(text => new TrainingPhrase(text, entry.Key))),
        .. knowledge.Phrases.NotOurs.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.Select(text => new TrainingPhrase(text, null))),
    ])
    {
        Checks = [.. knowledge.Golden.Dev.Select(question => new TrainingPhrase(question.Text, question.Expected))],
    };
}

/// <summary>One labelled utterance.</summary>
/// <param name="Text">As a student writes it.</param>
/// <param name="Intent">What they want; null when it is nothing the base answers.</param>
public readonly record struct TrainingPhrase(string Text, string? Intent);
