using System.Collections.Immutable;
using Kb.Search.Index.Segments;
using Kb.Search.Index.Terms;

namespace Kb.Search.Index.Storage;

/// <summary>
/// A segment in a snapshot: what took long to make is kept, what follows from it quickly (stems, runs of letters, hash tables, visibility) is made
/// again. So stemming that has changed since is noticed: the stems would no longer be those of the posting lists.
/// </summary>
internal static class SegmentFormat
{
    /// <summary>Writes a segment.</summary>
    public static void Write(SnapshotOutput output, LiveSegment live)
    {
        var segment = live.Segment;
        DocumentFormat.Write(output, segment.Documents, segment.Visibility);
        segment.Vocabulary.Surfaces.Write(output);
        segment.Vocabulary.Stems.Write(output);
        segment.Forward.Write(output);
        segment.Postings.Write(output);
        segment.Statistics.Write(output);
        output.WriteArray(live.Deleted.AsSpan());
        if (!live.Deleted.IsEmpty)
        {
            live.Statistics.Write(output);
        }
    }

    /// <summary>Reads a segment.</summary>
    /// <returns>Null if words are stemmed otherwise than when it was written.</returns>
    /// <exception cref="InvalidDataException">That is not what was written.</exception>
    public static LiveSegment? Read(SnapshotInput input, IndexOptions options)
    {
        var documents = DocumentFormat.Read(input);
        var vocabulary = Vocabulary.Of(TermTable.Read(input), new Stemmer(options.Stemming));
        if (!TermTable.Read(input).HasSameTerms(vocabulary.Stems))
        {
            return null;
        }

        var forward = ForwardIndex.Read(input, options.Fields.Length);
        var postings = PostingLists.Read(input);
        var segment = new Segment(
            documents, new DocumentVisibility(documents), vocabulary, postings, forward, SegmentStatistics.Read(input));
        var deleted = ImmutableArray.Create(input.ReadArray<ulong>());
        return deleted.IsEmpty ? LiveSegment.Of(segment) : new LiveSegment(segment, SegmentStatistics.Read(input), deleted);
    }
}
