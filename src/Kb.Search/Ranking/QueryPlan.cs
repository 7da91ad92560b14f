using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kb.Search.Index;
using Kb.Search.Index.Terms;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>A run of letters of the query's words.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Slot">The first word of the query that has it.</param>
/// <param name="Weight">What a saturated frequency of 1 adds to a score.</param>
internal readonly record struct LetterRun(string Text, int Slot, float Weight);

/// <summary>
/// What a query asks of any document: computed once for a search, over all segments, so that how the index is cut changes no score.
/// Terms are numbered: first the slots, then the runs of letters, then for each slot the other words for it.
/// </summary>
/// <param name="Slots">The words.</param>
/// <param name="Weights">What each slot weighs.</param>
/// <param name="Runs">Their runs of letters.</param>
/// <param name="Likes">Segment by segment, the words that stand for the slots.</param>
/// <param name="Others">Segment by segment, other words for the same things: counted only where a document has none that are better.</param>
internal sealed record QueryPlan(
    ImmutableArray<QuerySlot> Slots,
    ImmutableArray<float> Weights,
    ImmutableArray<LetterRun> Runs,
    ImmutableArray<List<LikeWord>> Likes,
    ImmutableArray<List<LikeWord>> Others)
{
    /// <summary>Weight of all slots.</summary>
    public float TotalWeight { get; } = Weights.Sum();

    /// <summary>Number of terms that points are given for: all but the other words for a slot, which share its points.</summary>
    public int Terms => Slots.Length + Runs.Length;

    /// <summary>Reads a query against an index.</summary>
    public static QueryPlan Of(IndexState index, ImmutableArray<QueryWord> words, bool isStillTyped)
    {
        var slots = QuerySlot.Of(words, isStillTyped);
        var likes = ImmutableArray.CreateBuilder<List<LikeWord>>(index.Segments.Length);
        foreach (var live in index.Segments)
        {
            var found = new List<LikeWord>(UsualLikes);
            for (var slot = 0; slot < slots.Length; slot++)
            {
                var first = found.Count;
                LikeWords.Collect(live.Segment.Vocabulary, index.Options.Ranking, slots[slot], slot, found);
                LikeWords.CollectVariants(live.Segment.Vocabulary, index.Options.Ranking, slots[slot], slot, found, first);
            }

            likes.Add(found);
        }

        var frequencies = SoftFrequency.Of(index, slots, likes);
        var weights = slots.Select((slot, i) => slot.Weigh(index.Options.Ranking, index.Count, frequencies[i])).ToImmutableArray();
        return new QueryPlan(slots, weights, RunsOf(index, slots), likes.DrainToImmutable(), OthersOf(index, slots, frequencies));
    }

    /// <summary>The slot that a term says something about, as a word; −1 for a run of letters.</summary>
    public int SlotOf(int term) => term < Slots.Length ? term : Math.Max(-1, term - Terms);

    private static ImmutableArray<List<LikeWord>> OthersOf(IndexState index, ImmutableArray<QuerySlot> slots, double[] frequencies)
    {
        var others = ImmutableArray.CreateBuilder<List<LikeWord>>(index.Segments.Length);
        for (var segment = 0; segment < index.Segments.Length; segment++)
        {
            var found = new List<LikeWord>();
            for (var slot = 0; slot < slots.Length; slot++)
            {
                OtherWords.Collect(index, segment, slots[slot], slot, Bm25.Idf(index.Count, frequencies[slot]), found);
            }

            others.Add(found);
        }

        return others.DrainToImmutable();
    }

    /// <summary>Room for the words that are like those of a query of three in a large vocabulary.</summary>
    private const int UsualLikes = 256;

    /// <summary>A run that more documents have than this, and more than one in <see cref="CommonShare"/>, says next to nothing and stands in thousands of words.</summary>
    private const int CommonRun = 1_000;
    private const int CommonShare = 20;

    private static ImmutableArray<LetterRun> RunsOf(IndexState index, ImmutableArray<QuerySlot> slots)
    {
        var weight = slots.Length > index.Options.Ranking.LetterRunWords ? 0 : index.Options.Ranking.LetterRunWeight;
        var runs = new Dictionary<string, LetterRun>(StringComparer.Ordinal);
        Span<char> frame = stackalloc char[WordGrams.FrameLength];
        for (var slot = 0; slot < slots.Length && weight > 0; slot++)
        {
            if (slots[slot].IsCode)
            {
                continue; // «404» and «4041» have nothing in common.
            }

            foreach (var gram in new WordGrams(slots[slot].Surface, frame))
            {
                if (index.GramFrequency(gram) is > 0 and var frequency && frequency <= Math.Max(CommonRun, index.Count / CommonShare))
                {
                    ref var run = ref CollectionsMarshal.GetValueRefOrAddDefault(runs, gram.ToString(), out var known);
                    var worth = (float)(slots[slot].Times * weight * Bm25.Idf(index.Count, frequency));
                    run = known ? run with { Weight = run.Weight + worth } : new LetterRun(gram.ToString(), slot, worth);
                }
            }
        }

        return [.. runs.Values];
    }
}
