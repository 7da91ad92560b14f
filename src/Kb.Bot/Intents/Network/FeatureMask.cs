using Kb.Bot.Intents.Features;

namespace Kb.Bot.Intents.Network;

/// <summary>Hides features and whole words of a phrase at random, and makes up for it: what is left weighs as much as all did. Not thread-safe.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="featureShare">Chance of each feature to be hidden, below 1.</param>
/// <param name="wordShare">Chance of each word to be hidden with every feature that touches it.</param>
internal sealed class FeatureMask(Random random, float featureShare, float wordShare)
{
    private const int Words = 64;

    /// <summary>A copy of the vector with holes.</summary>
    public SparseVector Hide(SparseVector vector)
    {
        var hiddenWords = HideWords();
        var ids = new int[vector.Ids.Length];
        var values = new float[vector.Ids.Length];
        var kept = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            if ((vector.Words[i] & hiddenWords) == 0 && random.NextSingle() >= featureShare)
            {
                ids[kept] = vector.Ids[i];
                values[kept++] = vector.Values[i] / (1 - featureShare);
            }
        }

        return new SparseVector(ids[..kept], values[..kept], []);
    }

    private ulong HideWords()
    {
        var hidden = 0ul;
        for (var word = 0; word < Words; word++)
        {
            if (random.NextSingle() < wordShare)
            {
                hidden |= 1ul << word;
            }
        }

        return hidden;
    }
}
