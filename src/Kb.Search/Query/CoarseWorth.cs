using System.Collections.Immutable;
using Kb.Search.Index.Segments;

namespace Kb.Search.Query;

/// <summary>What the first pass adds up for one stem of the query.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Worth">Impact to whole points: 256 entries, each at least 1.</param>
/// <param name="Finds">Whether it makes a document a candidate; otherwise it only adds to those that others have found.</param>
internal sealed record CoarseWorth(string Stem, ushort[] Worth, bool Finds)
{
    private static readonly double[] Shares = [.. Enumerable.Range(0, 256).Select(impact => ImpactScale.Decode((byte)impact))];

    /// <summary>One table for every stem.</summary>
    /// <remarks>
    /// Points are scaled so that a document with every stem at its best comes to no more than 65,535: sums never overflow, and a short query is rated in fine steps.
    /// </remarks>
    /// <param name="weighted">Distinct stems, and what each is worth beside the others; those that are worth nothing are left out.</param>
    /// <param name="isCommon">Stems that do not find, as long as there are others that do.</param>
    /// <returns>Those that find, then the others.</returns>
    public static ImmutableArray<CoarseWorth> Of(IEnumerable<(string Stem, double Weight)> weighted, Predicate<string> isCommon)
    {
        var stems = weighted.Where(stem => stem.Weight > 0).ToArray();
        var scale = (ushort.MaxValue - stems.Length) / stems.Sum(stem => stem.Weight);
        var finding = stems.Where(stem => !isCommon(stem.Stem)).Select(stem => stem.Stem).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. stems
                .Select(stem => new CoarseWorth(stem.Stem, Points(stem.Weight * scale), finding.Count == 0 || finding.Contains(stem.Stem)))
                .OrderByDescending(worth => worth.Finds),
        ];
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
