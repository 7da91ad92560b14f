using Kb.Search.Index;

namespace Kb.Search.Ranking;

/// <summary>By which stems documents become candidates, and what each is worth there.</summary>
internal static class FindingStems
{
    /// <summary>Letters: shorter beginnings are shared by words that have nothing in common («курсовая» and «курсор», «карта» and «картина»).</summary>
    private const int SharedBeginning = 6;

    /// <summary>Stems that an unfinished word is taken for, in each segment.</summary>
    private const int MaxEndings = 64;

    /// <summary>The stems of the query that some document has; of a word that is still typed, those of the most frequent words that it may become.</summary>
    public static IReadOnlyList<(string Stem, double Weight)> Asked(IndexState index, QueryPlan plan) =>
    [
        .. plan.Slots
            .SelectMany(slot => slot.Variants
                .Select(variant => (variant.Stem, Times: slot.Times * slot.Worth * variant.Weight))
                .Prepend((slot.Stem, Times: slot.Times * slot.Worth)))
            .GroupBy(word => word.Stem, StringComparer.Ordinal)
            .Select(group => (Stem: group.Key, Weight: Weigh(index, group.Key, group.Sum(word => word.Times))))
            .Concat(plan.Slots.Any(slot => slot.IsUnfinished)
                ? Endings(index, plan).Select(stem => (Stem: stem, Weight: Weigh(index, stem, times: 1)))
                : [])
            .Where(stem => stem.Weight > 0)
            .DistinctBy(stem => stem.Stem, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The stems of words that are spelled much like those of the query, most of them of the same root («монетизация» for «монетизировать»), and of other words for
    /// the same: for when the query's own find too little to choose from.
    /// </summary>
    public static IEnumerable<(string Stem, double Weight)> Related(IndexState index, QueryPlan plan)
    {
        var stems = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var segment = 0; segment < plan.Likes.Length; segment++)
        {
            var vocabulary = index.Segments[segment].Segment.Vocabulary;
            var least = LikeWord.Parts(index.Options.Ranking.FindingLikeness);
            var related = plan.Likes[segment]
                .Where(like => like.Likeness >= least && vocabulary.Surfaces[like.Surface].CommonPrefixLength(plan.Slots[like.Slot].Surface) >= SharedBeginning)
                .Concat(plan.Others[segment].Where(other => other.Likeness >= least));
            foreach (var like in related)
            {
                var stem = vocabulary.Stems[vocabulary.StemOf(like.Surface)];
                if (!stem.SequenceEqual(plan.Slots[like.Slot].Stem))
                {
                    var text = stem.ToString();
                    stems[text] = Math.Max(stems.GetValueOrDefault(text), (double)like.Likeness / LikeWord.Same * plan.Weights[like.Slot]);
                }
            }
        }

        return stems.Select(stem => (stem.Key, stem.Value));
    }

    private static IEnumerable<string> Endings(IndexState index, QueryPlan plan) =>
        from segment in Enumerable.Range(0, plan.Likes.Length)
        let vocabulary = index.Segments[segment].Segment.Vocabulary
        from stem in plan.Likes[segment]
            .Where(like => plan.Slots[like.Slot].IsUnfinished && vocabulary.Surfaces[like.Surface].StartsWith(plan.Slots[like.Slot].Surface))
            .OrderBy(like => like.Surface) // The frequent ones first.
            .Select(like => vocabulary.StemOf(like.Surface))
            .Distinct()
            .Take(MaxEndings)
        select vocabulary.Stems[stem].ToString();

    private static double Weigh(IndexState index, string stem, double times) =>
        index.StemFrequency(stem) is > 0 and var frequency ? times * Bm25.Idf(index.Count, frequency) : 0;
}
