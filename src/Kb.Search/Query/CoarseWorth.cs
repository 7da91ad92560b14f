using System.Collections.Immutable;
using Kb.Search.Index.Segments;

namespace Kb.Search.Query;

/// <summary>What the first pass adds up for one stem of the query.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Worth">Impact to whole points: 256 entries, each at least 1.</param>
internal sealed record CoarseWorth(string Stem, ushort[] Worth)
{
    private static readonly double[] Shares = [.. Enumerable.Range(0, 256).Select(impact => ImpactScale.Decode((byte)impact))];

    /// <summary>One table for every stem.</summary>
    /// <remarks>
    /// Points are scaled so that a document with every stem at its best comes to no more than 65,535: sums never overflow, and a short query is rated in fine steps.
    /// </remarks>
    /// <param name="weighted">Distinct stems, and what each is worth beside the others; those that are worth nothing are left out.</param>
    public static ImmutableArray<CoarseWorth> Of(IEnumerable<(string Stem, double Weight)> weighted)
    {
        var stems = weighted.Where(stem => stem.Weight > 0).ToArray();
        var scale = (ushort.MaxValue - stems.Length) / stems.Sum(stem => stem.Weight);
        return [.. stems.Select(stem => new CoarseWorth(stem.Stem, Points(stem.Weight * scale)))];
    }

    private static ushort[] Points(double most)
    {
        var points = new ushort[Shares.Length];
        for (var impact = 0; impact < points.Length; impact++)
        {
            points[impact] = (ushort)(1 + (most * Shares[impact]));
        }

        return points;
    }
}
