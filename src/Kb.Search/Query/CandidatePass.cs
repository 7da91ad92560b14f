using System.Collections.Immutable;
using Kb.Search.Index;

namespace Kb.Search.Query;

/// <summary>The first pass: adds up whole points stem by stem over one segment and keeps the best documents that may be seen.</summary>
/// <remarks>Term at a time over one array of two bytes a document, which stays in the cache; no heap, no allocation per posting.</remarks>
internal static class CandidatePass
{
    /// <summary>Offers the documents of a segment to <paramref name="best"/>.</summary>
    /// <param name="index">The index.</param>
    /// <param name="segment">Number of the segment.</param>
    /// <param name="stems">Points of the query's stems, those that find first.</param>
    /// <param name="filter">Which documents may be found.</param>
    /// <param name="best">Keeps the best.</param>
    /// <param name="matches">Told of every visible match; null where nobody counts.</param>
    public static void Run(
        IndexState index, int segment, ImmutableArray<CoarseWorth> stems, DocumentFilter filter, BestCandidates best, MatchCounter? matches)
    {
        var live = index.Segments[segment].Segment;
        var pooled = ZeroedPool<ushort>.Rent(live.Documents.Length);
        var scores = pooled.AsSpan(0, live.Documents.Length);
        foreach (var (stem, worth, finds) in stems)
        {
            if (!live.Vocabulary.Stems.TryFind(stem, out var number))
            {
                continue;
            }

            if (finds)
            {
                live.Postings.AddTo(number, worth, scores);
            }
            else
            {
                live.Postings.AddToFound(number, worth, scores);
            }
        }

        matches?.Count(scores, filter);
        best.Collect(segment, scores, filter);
        scores.Clear();
        ZeroedPool<ushort>.Return(pooled);
    }
}
