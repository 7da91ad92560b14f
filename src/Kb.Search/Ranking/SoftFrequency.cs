using System.Collections.Immutable;
using Kb.Search.Index;

namespace Kb.Search.Ranking;

/// <summary>
/// In how many documents a word of the query is found when likenesses count: those with its stem, and shares of those with the words that are like it, as if
/// words fell on documents independently: N · (1 − Π (1 − share of the documents)).
/// </summary>
internal static class SoftFrequency
{
    /// <summary>Sums are kept in whole units of 2^−40: whole numbers add up to the same in any order, so in any segmentation.</summary>
    private const double Unit = 1L << 40;
    private const double AlmostAll = 0.999;

    /// <summary>The number of no stem, nor of «has no stem».</summary>
    private const int Unknown = int.MinValue;

    /// <param name="index">The index.</param>
    /// <param name="slots">Words of the query.</param>
    /// <param name="likes">Segment by segment, the words that stand for them.</param>
    /// <returns>For every slot, between 0 and the number of documents.</returns>
    public static double[] Of(IndexState index, ImmutableArray<QuerySlot> slots, IReadOnlyList<List<LikeWord>> likes)
    {
        var logs = new long[slots.Length];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            logs[slot] = Log(index.StemFrequency(slots[slot].Stem) / (double)index.Count);
        }

        for (var segment = 0; segment < likes.Count; segment++)
        {
            var vocabulary = index.Segments[segment].Segment.Vocabulary;
            var stems = slots.Select(slot => vocabulary.Stems.TryFind(slot.Stem, out var stem) ? stem : Unknown).ToArray();
            foreach (var like in likes[segment])
            {
                if (vocabulary.StemOf(like.Surface) != stems[like.Slot] && Frequency(index, segment, like.Surface) is > 0 and var documents)
                {
                    logs[like.Slot] += Log((double)like.Likeness * documents / LikeWord.Same / index.Count);
                }
            }
        }

        return [.. logs.Select(log => index.Count * (1 - Math.Exp(log / Unit)))];
    }

    private static long Log(double share) => (long)(Math.Log(1 - Math.Min(share, AlmostAll)) * Unit);

    /// <summary>Documents with the word in all segments, 0 if an earlier segment has it: then it was counted there.</summary>
    private static int Frequency(IndexState index, int segment, int surface)
    {
        if (index.Segments.Length == 1)
        {
            return index.Segments[0].Statistics.Surfaces[surface];
        }

        var word = index.Segments[segment].Segment.Vocabulary.Surfaces[surface];
        for (var earlier = 0; earlier < segment; earlier++)
        {
            if (index.Segments[earlier].Segment.Vocabulary.Surfaces.TryFind(word, out _))
            {
                return 0;
            }
        }

        return index.SurfaceFrequency(word);
    }
}
