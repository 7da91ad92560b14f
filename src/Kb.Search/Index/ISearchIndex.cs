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

    /// <summary>Adds documents; one that was there under the same id is replaced. Found by every search that begins after this returns.</summary>
    /// <remarks>Takes milliseconds for one document, however many there are. Searches see all of these documents or none.</remarks>
    /// <exception cref="ArgumentException">Two of them share an id, or a field is not configured; then none is added.</exception>
    void Put(IEnumerable<SearchDocument> documents);

    /// <summary>Takes the documents of these ids away; ids that nobody has are ignored.</summary>
    void Remove(IEnumerable<string> ids);

    /// <summary>One step of housekeeping after many <see cref="Put"/> and <see cref="Remove"/>. Call it in the background until it returns false; it changes no result.</summary>
    /// <returns>Whether there was anything to do.</returns>
    /// <exception cref="OperationCanceledException">Nothing was changed.</exception>
    bool Merge(CancellationToken cancellationToken);

    /// <summary>Finds the best documents that the caller may see.</summary>
    /// <remarks>Thread-safe. Any text is accepted: one with no searchable word finds nothing.</remarks>
    SearchResult Search(SearchQuery query);
}
