using Kb.Search.Index;

namespace Kb.Search.Query;

/// <summary>The final scores of the candidates, in their order. Sorts whole numbers first and looks at ids only where the best end.</summary>
internal sealed class BestScored(int capacity)
{
    private readonly ulong[] _scores = new ulong[capacity];
    private int _count;

    /// <summary>Adds the score of the next candidate.</summary>
    /// <param name="score">0 or more: as bits, such numbers sort like integers.</param>
    public void Add(float score)
    {
        _scores[_count] = ((ulong)(uint.MaxValue - BitConverter.SingleToUInt32Bits(score)) << 32) | (uint)_count;
        _count++;
    }

    /// <summary>The best, in order; equal scores by ascending id.</summary>
    public ScoredDocument[] Take(int top, Candidate[] candidates, IndexState index)
    {
        Array.Sort(_scores);
        var end = Math.Min(top, _count);
        while (end > 0 && end < _count && ScoreOf(end) == ScoreOf(end - 1))
        {
            end++; // As good as the last: ids decide which of them are shown.
        }

        var best = new ScoredDocument[end];
        for (var i = 0; i < end; i++)
        {
            var candidate = candidates[(uint)_scores[i]];
            var id = index.Segments[candidate.Segment].Segment.Documents[candidate.Document].Id;
            best[i] = new ScoredDocument(ScoreOf(i), candidate.Segment, candidate.Document, id);
        }

        Array.Sort(best);
        return best.AsSpan(0, Math.Min(top, best.Length)).ToArray();
    }

    private float ScoreOf(int place) => BitConverter.UInt32BitsToSingle(uint.MaxValue - (uint)(_scores[place] >> 32));
}
