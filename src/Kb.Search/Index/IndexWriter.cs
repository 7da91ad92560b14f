using System.Collections.Immutable;
using Kb.Search.Index.Segments;

namespace Kb.Search.Index;

/// <summary>Makes the next state of an index from documents. Pure: swapping it in is the index's business.</summary>
internal static class IndexWriter
{
    /// <summary>An index of nothing.</summary>
    public static IndexState Empty(IndexOptions options) =>
        new(options, [], new FieldMeans([.. options.Fields.Select(_ => 1.0)]));

    /// <summary>An index of exactly these documents, in one segment.</summary>
    /// <exception cref="ArgumentException">Two documents share an id, or a field is not configured.</exception>
    public static IndexState Build(IndexOptions options, IEnumerable<SearchDocument> documents)
    {
        var segment = Segment(options, Sorted(documents), means: null);
        return new IndexState(options, [LiveSegment.Of(segment)], FieldMeans.Of(segment.Statistics.FieldWords, segment.Statistics.FieldDocuments));
    }

    private static Segment Segment(IndexOptions options, ImmutableArray<SearchDocument> sorted, FieldMeans? means)
    {
        var words = new WordStream(options);
        foreach (var document in sorted)
        {
            words.Add(document);
        }

        return SegmentWriter.Write(options, sorted, words, means);
    }

    private static ImmutableArray<SearchDocument> Sorted(IEnumerable<SearchDocument> documents)
    {
        ImmutableArray<SearchDocument> sorted = [.. documents.OrderBy(document => document.Id, StringComparer.Ordinal)];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (string.Equals(sorted[i].Id, sorted[i - 1].Id, StringComparison.Ordinal))
            {
                throw new ArgumentException($"Two documents have the id '{sorted[i].Id}'.", nameof(documents));
            }
        }

        return sorted;
    }
}
