using System.Collections.Immutable;
using Kb.Search.Index.Segments;

namespace Kb.Search.Index;

/// <summary>Makes the next state of an index. Pure: swapping it in is the index's business.</summary>
internal static class IndexWriter
{
    /// <summary>An index of exactly these documents, in one segment.</summary>
    /// <exception cref="ArgumentException">Two documents share an id, or a field is not configured.</exception>
    public static IndexState Build(IndexOptions options, IEnumerable<SearchDocument> documents) =>
        Put(new IndexState(options, []), documents);

    /// <summary>Adds documents as a segment of their own; a document that was there under the same id is replaced.</summary>
    /// <exception cref="ArgumentException">Two of the documents share an id, or a field is not configured.</exception>
    public static IndexState Put(IndexState index, IEnumerable<SearchDocument> documents)
    {
        var sorted = Sorted(documents);
        if (sorted.IsEmpty)
        {
            return index;
        }

        var words = new WordStream(index.Options);
        foreach (var document in sorted)
        {
            words.Add(document);
        }

        var added = SegmentWriter.Write(index.Options, sorted, words, index.Count == 0 ? null : index.Means);
        var others = Remove(index, sorted.Select(document => document.Id)).Segments;
        return new IndexState(index.Options, [.. others, LiveSegment.Of(added)]);
    }

    /// <summary>Without the documents of these ids; ids that nobody has are ignored.</summary>
    public static IndexState Remove(IndexState index, IEnumerable<string> ids)
    {
        string[] leaving = [.. ids];
        return new IndexState(index.Options, [.. index.Segments.Select(live => live.Without(leaving)).Where(live => live.Count > 0)]);
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
