using System.Numerics;
using System.Runtime.InteropServices;

namespace Kb.Search.Query;

/// <summary>
/// Keeps the best few of many rated documents: collects what is above the bar in a buffer of twice the size, and when that is full, keeps the better
/// half and raises the bar. Most documents are passed over sixteen at a time.
/// </summary>
/// <param name="capacity">How many to keep; at least 1.</param>
internal sealed class BestCandidates(int capacity)
{
    private readonly ulong[] _kept = new ulong[capacity * 2];
    private int _count;
    private ushort _bar;

    /// <summary>Takes the documents of one segment. Of equal ratings the first that came stay.</summary>
    /// <param name="segment">Number of the segment.</param>
    /// <param name="scores">Points of its documents, 0 where nothing matched.</param>
    /// <param name="filter">Which documents may be found.</param>
    public void Collect(int segment, ReadOnlySpan<ushort> scores, DocumentFilter filter)
    {
        for (var document = Next(scores, 0); document < scores.Length; document = Next(scores, document + 1))
        {
            if (!filter.Admits(document))
            {
                continue;
            }

            _kept[_count++] = new Candidate(scores[document], segment, document).Packed;
            if (_count == _kept.Length)
            {
                Halve();
            }
        }
    }

    /// <summary>The best, in the order of segments and documents: that is how memory is read best.</summary>
    public Candidate[] Drain()
    {
        if (_count > capacity)
        {
            Halve();
        }

        var best = _kept.AsSpan(0, _count);
        best.Sort(static (a, b) => ((uint)(a >> 32) & ushort.MaxValue, (uint)a).CompareTo(((uint)(b >> 32) & ushort.MaxValue, (uint)b)));
        return MemoryMarshal.Cast<ulong, Candidate>(best).ToArray();
    }

    private void Halve()
    {
        // What comes later loses against an equal that is kept, so the bar is the worst of the kept.
        _bar = new Candidate(Selection.PutSmallestFirst(_kept, capacity)).Coarse;
        _count = capacity;
    }

    /// <summary>The next document above the bar, or the length.</summary>
    private int Next(ReadOnlySpan<ushort> scores, int from)
    {
        var vectors = MemoryMarshal.Cast<ushort, Vector<ushort>>(scores[from..]);
        var bar = new Vector<ushort>(_bar);
        var at = 0;
        while (at < vectors.Length && !Vector.GreaterThanAny(vectors[at], bar))
        {
            at++;
        }

        for (at = from + (at * Vector<ushort>.Count); at < scores.Length; at++)
        {
            if (scores[at] > _bar)
            {
                return at;
            }
        }

        return scores.Length;
    }
}
