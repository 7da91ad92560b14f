using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kb.Search.Query;

/// <summary>
/// Keeps the best few of many rated documents: collects what is above the bar in a larger buffer, and when that is full, keeps the best
/// and raises the bar. Most documents are passed over 64 at a time.
/// </summary>
/// <param name="capacity">How many to keep; at least 1.</param>
internal sealed class BestCandidates(int capacity)
{
    /// <summary>The buffer holds so many times the best: selection is linear, so the larger the fewer.</summary>
    private const int Room = 4;

    /// <summary>In a packed candidate the points come first.</summary>
    private const int PointBits = 16;

    /// <summary>Vectors that are looked at together.</summary>
    private const int Group = 4;

    private readonly ulong[] _kept = ArrayPool<ulong>.Shared.Rent(capacity * Room);
    private int _count;
    private ushort _bar;

    /// <summary>Takes the documents of one segment. Of equal ratings the first that came stay.</summary>
    /// <param name="segment">Number of the segment.</param>
    /// <param name="scores">Points of its documents, 0 where nothing matched.</param>
    /// <param name="filter">Which documents may be found.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Searches right after a start are searches too.
    public void Collect(int segment, ReadOnlySpan<ushort> scores, DocumentFilter filter)
    {
        var vectors = MemoryMarshal.Cast<ushort, Vector256<ushort>>(scores);
        var i = 0;
        for (; i + Group <= vectors.Length; i += Group)
        {
            var best = Vector256.Max(Vector256.Max(vectors[i], vectors[i + 1]), Vector256.Max(vectors[i + 2], vectors[i + 3]));
            if (Vector256.GreaterThanAny(best, Vector256.Create(_bar)))
            {
                for (var j = i; j < i + Group; j++)
                {
                    OfferAbove(segment, j * Vector256<ushort>.Count, vectors[j], scores, filter);
                }
            }
        }

        for (var document = i * Vector256<ushort>.Count; document < scores.Length; document++)
        {
            Offer(segment, document, scores[document], filter);
        }
    }

    /// <summary>The best, in the order of segments and documents: that is how memory is read best. To be called last, once: it gives the buffer back.</summary>
    public Candidate[] Drain()
    {
        if (_count > capacity)
        {
            Selection.PutSmallestFirst(_kept.AsSpan(0, _count), capacity);
            _count = capacity;
        }

        var best = _kept.AsSpan(0, _count);
        var ordered = new Candidate[best.Length];
        Rotate(best, PointBits); // With the points behind them, segments and documents decide.
        best.Sort();
        Rotate(best, -PointBits);
        best.CopyTo(MemoryMarshal.Cast<Candidate, ulong>(ordered.AsSpan()));
        ArrayPool<ulong>.Shared.Return(_kept);
        return ordered;
    }

    private static void Rotate(Span<ulong> packed, int bits)
    {
        foreach (ref var number in packed)
        {
            number = BitOperations.RotateLeft(number, bits);
        }
    }

    private void OfferAbove(int segment, int first, Vector256<ushort> vector, ReadOnlySpan<ushort> scores, DocumentFilter filter)
    {
        var above = Vector256.GreaterThan(vector, Vector256.Create(_bar)).ExtractMostSignificantBits();
        for (; above != 0; above &= above - 1)
        {
            var document = first + BitOperations.TrailingZeroCount(above);
            Offer(segment, document, scores[document], filter);
        }
    }

    private void Offer(int segment, int document, ushort score, DocumentFilter filter)
    {
        if (score <= _bar || !filter.Admits(document))
        {
            return;
        }

        _kept[_count++] = new Candidate(score, segment, document).Packed;
        if (_count == _kept.Length)
        {
            // What comes later loses against an equal that is kept, so the bar is the worst of the kept.
            _bar = new Candidate(Selection.PutSmallestFirst(_kept, capacity)).Coarse;
            _count = capacity;
        }
    }
}
