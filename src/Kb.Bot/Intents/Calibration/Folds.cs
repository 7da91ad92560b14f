using Kb.Bot.Intents.Features;
using Kb.Bot.Understanding;
using Kb.Search.Analysis;

namespace Kb.Bot.Intents.Calibration;

/// <summary>
/// Splits phrases into ten folds. Phrases of the same long words go together, whatever their order and little words: what one pattern
/// expands to must not be examined on the twins of what was taught, or the model learns to be too sure.
/// </summary>
internal static class Folds
{
    private const int Count = 10;

    /// <summary>How many held-out phrases are enough to learn three numbers from; a start must be quick.</summary>
    private const int Enough = 1_500;

    /// <summary>A shorter word («как», «мне») does not make two phrases different.</summary>
    private const int LongWord = 4;

    /// <summary>How many of the folds are examined: all where phrases are few.</summary>
    public static int Examined(int phrases) => Math.Clamp((Enough * Count) / phrases, 1, Count);

    /// <summary>The fold of every phrase.</summary>
    public static int[] Of(IReadOnlyList<Utterance> phrases)
    {
        var foldByKey = new Dictionary<string, int>();
        var folds = new int[phrases.Count];
        for (var i = 0; i < folds.Length; i++)
        {
            var stems = GramReader.ReadWords(phrases[i]).Where(word => word.Length >= LongWord).Select(word => RussianStemmer.Stem(word).ToString());
            var key = string.Join(' ', stems.Distinct().Order(StringComparer.Ordinal));
            // Round robin over new keys: neighbours, which are of one intent, spread evenly.
            folds[i] = foldByKey.TryGetValue(key, out var known) ? known : foldByKey[key] = foldByKey.Count % Count;
        }

        return folds;
    }
}
