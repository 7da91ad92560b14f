using System.Collections.Immutable;

namespace Kb.Bot.Intents.Calibration;

/// <summary>
/// Splits phrases into five folds, each intent's phrases in consecutive blocks: what one pattern expands to stands together in the
/// base, and a fold must not be examined on the twins of what it was taught.
/// </summary>
internal static class Folds
{
    private const int Count = 5;

    /// <summary>The folds that are examined: three are enough for one number, and a start must be quick.</summary>
    public static ImmutableArray<int> HeldOut { get; } = [0, 2, 4];

    /// <summary>The fold of every phrase.</summary>
    /// <param name="labels">The class of every phrase.</param>
    public static int[] Of(ImmutableArray<int> labels)
    {
        var sizes = labels.CountBy(label => label).ToDictionary();
        var seen = new Dictionary<int, int>();
        var folds = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var rank = seen[labels[i]] = seen.GetValueOrDefault(labels[i]) + 1;
            folds[i] = (rank - 1) * Count / sizes[labels[i]];
        }

        return folds;
    }
}
