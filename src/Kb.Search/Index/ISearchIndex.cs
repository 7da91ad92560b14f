using Kb.Search.Query;

namespace Kb.Search.Index;

/// <summary>
/// The seam between Kb and a search engine. Readers never block: a search runs on the snapshot that was current when it began;
/// a writer builds the next one aside and swaps it in.
/// </summary>
public interface ISearchIndex
{
    /// <summary>Number of documents that searches see now.</summary>
    int Count { get; }

    /// <summary>Replaces the whole content. Searches see either all of the old documents or all of the new ones.</summary>
    /// <exception cref="ArgumentException">Two documents share an id, or a field is not configured.</exception>
    void Replace(IEnumerable<SearchDocument> documents);

    /// <summary>Finds the best documents that the caller may see.</summary>
    /// <remarks>Thread-safe. Any text is accepted: one with no searchable word finds nothing.</remarks>
    SearchResult Search(SearchQuery query);
}
