using System.Collections.Immutable;
using Kb.Search.Index.Terms;
using Kb.Search.Repair;

namespace Kb.Search.Index.Segments;

/// <summary>Some documents of an index and everything that a search needs of them. Immutable: what is deleted is written down beside it (<see cref="LiveSegment"/>).</summary>
/// <param name="Documents">Ascending by id (ordinal), so that the lower document number wins a tie.</param>
/// <param name="Visibility">Who may see which document, and when.</param>
/// <param name="Vocabulary">The words of the documents.</param>
/// <param name="Postings">Stem to documents.</param>
/// <param name="Forward">Document to words.</param>
/// <param name="Statistics">As of the day it was written, nothing deleted.</param>
internal sealed record Segment(
    ImmutableArray<SearchDocument> Documents,
    DocumentVisibility Visibility,
    Vocabulary Vocabulary,
    PostingLists Postings,
    ForwardIndex Forward,
    SegmentStatistics Statistics)
{
    /// <summary>Mends queries by these words.</summary>
    public SpellingTables Spelling { get; } = new(Vocabulary);

    /// <summary>Bytes in memory, without the documents themselves.</summary>
    public long Bytes => Visibility.Bytes + Vocabulary.Bytes + Postings.Bytes + Forward.Bytes + Statistics.Bytes;

    /// <summary>The number of the document with this id, or −1.</summary>
    public int Find(string id)
    {
        var (low, high) = (0, Documents.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Documents[middle].Id, id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
