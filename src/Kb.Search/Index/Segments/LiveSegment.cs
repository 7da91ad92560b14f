using System.Collections.Immutable;

namespace Kb.Search.Index.Segments;

/// <summary>A segment and what of it was deleted since. Immutable: the next deletion makes the next one.</summary>
/// <param name="Segment">The documents.</param>
/// <param name="Statistics">Of the documents that are left.</param>
/// <param name="Deleted">One bit for every document; empty while nothing is deleted.</param>
internal sealed record LiveSegment(Segment Segment, SegmentStatistics Statistics, ImmutableArray<ulong> Deleted)
{
    private const int Bits = 64;

    /// <summary>The whole segment.</summary>
    public static LiveSegment Of(Segment segment) => new(segment, segment.Statistics, []);

    /// <summary>Documents that are left.</summary>
    public int Count => Statistics.Documents;

    /// <summary>Bytes in memory, without the documents themselves.</summary>
    public long Bytes => Segment.Bytes + (Deleted.Length * (long)sizeof(ulong)) + (Deleted.IsEmpty ? 0 : Statistics.Bytes);

    /// <summary>Whether the document was deleted.</summary>
    public bool IsDeleted(int document) => !Deleted.IsEmpty && (Deleted[document / Bits] >> (document % Bits) & 1) != 0;

    /// <summary>Without the documents of these ids; this very segment if it has none of them.</summary>
    public LiveSegment Without(IEnumerable<string> ids)
    {
        int[] leaving = [.. ids.Select(Segment.Find).Where(document => document >= 0 && !IsDeleted(document)).Distinct()];
        if (leaving.Length == 0)
        {
            return this;
        }

        var statistics = Statistics.Copy(Count - leaving.Length);
        var tally = new TermTally(Segment.Vocabulary, Segment.Forward, statistics);
        ulong[] deleted = Deleted.IsEmpty ? new ulong[(Segment.Documents.Length + Bits - 1) / Bits] : [.. Deleted];
        foreach (var document in leaving)
        {
            tally.Count(document, -1);
            deleted[document / Bits] |= 1UL << (document % Bits);
        }

        return new LiveSegment(Segment, statistics, [.. deleted]);
    }
}
