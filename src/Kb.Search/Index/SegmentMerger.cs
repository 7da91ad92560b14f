using System.Collections.Immutable;
using Kb.Search.Index.Segments;

namespace Kb.Search.Index;

/// <summary>
/// Keeps segments few: every segment costs each search a little, and deleted documents go on taking memory until their segment is rewritten.
/// Pure. Documents are not read again: a merge copies their words.
/// </summary>
internal static class SegmentMerger
{
    /// <summary>So many segments of about one size become one.</summary>
    private const int FanIn = 8;

    /// <summary>A segment that lost this share of its documents is rewritten alone.</summary>
    private const double MaxDeletedShare = 0.3;

    /// <summary>The segments that should become one now; empty when all is well.</summary>
    /// <remarks>Sizes are told apart by powers of <see cref="FanIn"/>, so a document is rewritten about log₈ n times in its life.</remarks>
    public static ImmutableArray<LiveSegment> Choose(IndexState index)
    {
        var crowd = index.Segments.GroupBy(Level).OrderBy(level => level.Key).FirstOrDefault(level => level.Count() >= FanIn);
        return crowd is not null
            ? [.. crowd]
            : [.. index.Segments.Where(live => live.Count < live.Segment.Documents.Length * (1 - MaxDeletedShare)).Take(1)];
    }

    /// <summary>One segment of all living documents of several.</summary>
    /// <exception cref="OperationCanceledException">Nothing was changed.</exception>
    public static Segment Merge(IndexState index, ImmutableArray<LiveSegment> sources, CancellationToken cancellationToken)
    {
        var words = new WordStream(index.Options);
        var numbers = sources.Select(live => new int[live.Segment.Vocabulary.Surfaces.Count]).ToArray();
        var living = sources
            .SelectMany((live, source) => Enumerable.Range(0, live.Segment.Documents.Length)
                .Where(document => !live.IsDeleted(document))
                .Select(document => (source, document)))
            .OrderBy(place => sources[place.source].Segment.Documents[place.document].Id, StringComparer.Ordinal)
            .ToArray();
        foreach (var (source, document) in living)
        {
            cancellationToken.ThrowIfCancellationRequested();
            words.Add(sources[source].Segment, document, numbers[source]);
        }

        return SegmentWriter.Write(
            index.Options, [.. living.Select(place => sources[place.source].Segment.Documents[place.document])], words, index.Means);
    }

    /// <summary>The index with a merged segment in place of its sources.</summary>
    /// <param name="index">As it is now; documents may have come and gone since the merge began.</param>
    /// <param name="sources">What was merged.</param>
    /// <param name="merged">The result.</param>
    public static IndexState Swap(IndexState index, ImmutableArray<LiveSegment> sources, Segment merged)
    {
        var gone = sources.SelectMany(source => Gone(source, index.Segments.FirstOrDefault(live => ReferenceEquals(live.Segment, source.Segment))));
        var result = LiveSegment.Of(merged).Without([.. gone]);
        var others = index.Segments.Where(live => !sources.Any(source => ReferenceEquals(live.Segment, source.Segment)));
        return new IndexState(index.Options, [.. others, .. result.Count > 0 ? [result] : ImmutableArray<LiveSegment>.Empty]);
    }

    /// <summary>Ids of what the merge still saw and is no longer there.</summary>
    /// <param name="then">The source as it was merged.</param>
    /// <param name="now">The same now; null where all of it has left: deleted, replaced, or moved by another merge.</param>
    private static IEnumerable<string> Gone(LiveSegment then, LiveSegment? now) => Enumerable
        .Range(0, then.Segment.Documents.Length)
        .Where(document => !then.IsDeleted(document) && (now is null || now.IsDeleted(document)))
        .Select(document => then.Segment.Documents[document].Id);

    private static int Level(LiveSegment live) => (int)Math.Log(live.Count, FanIn);
}
