using System.Collections.Immutable;
using Kb.Bot.Understanding;

namespace Kb.Bot.Intents;

/// <summary>A training set with its intents as numbers.</summary>
/// <param name="Utterances">The phrases.</param>
/// <param name="Labels">The class of each; the class after the last intent is what is not ours.</param>
/// <param name="Classes">How many classes there are; labels are below it.</param>
internal sealed record Material(ImmutableArray<Utterance> Utterances, ImmutableArray<int> Labels, int Classes)
{
    /// <summary>Numbers phrases.</summary>
    /// <param name="phrases">Each of an intent, or of none.</param>
    /// <param name="intents">Ascending ordinally.</param>
    public static Material Of(ImmutableArray<TrainingPhrase> phrases, ImmutableArray<string> intents)
    {
        var labels = phrases
            .Select(phrase => phrase.Intent is { } intent ? intents.BinarySearch(intent, StringComparer.Ordinal) : intents.Length)
            .ToImmutableArray();
        return new Material([.. phrases.Select(phrase => Utterance.Read(phrase.Text))], labels, intents.Length + (labels.Contains(intents.Length) ? 1 : 0));
    }

    /// <summary>The phrases at the places that are included.</summary>
    public Material Where(Func<int, bool> included)
    {
        var places = Enumerable.Range(0, Labels.Length).Where(included).ToList();
        return new Material([.. places.Select(i => Utterances[i])], [.. places.Select(i => Labels[i])], Classes);
    }
}
