using Kb.Search.Query;

namespace Kb.Search.Index;

/// <summary>The engine of Kb: an inverted index in memory, ranked by BM25F. A disposable copy of the content, rebuilt whole.</summary>
/// <remarks>Thread-safe. A search runs on the snapshot that was current when it began and takes no lock.</remarks>
public sealed class InvertedIndex : ISearchIndex
{
    private readonly IndexOptions _options;
    private readonly Lock _writing = new();
    private volatile IndexSnapshot _current;

    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public InvertedIndex(IndexOptions options)
    {
        Validate(options);
        _options = options;
        _current = IndexSnapshot.Build(options, []);
    }

    /// <inheritdoc/>
    public int Count => _current.Documents.Length;

    /// <summary>Size of the postings and terms in memory, in bytes; the documents themselves come on top.</summary>
    public long Bytes => _current.Views.Sum(view => view.Postings.Bytes);

    /// <inheritdoc/>
    public void Replace(IEnumerable<SearchDocument> documents)
    {
        lock (_writing) // Two writers: the one that called last wins, not the one that was faster.
        {
            _current = IndexSnapshot.Build(_options, documents);
        }
    }

    /// <inheritdoc/>
    public SearchResult Search(SearchQuery query) => new Searcher(_current, query).Run();

    private static void Validate(IndexOptions options)
    {
        if (options.Fields.Length is 0 or > IndexOptions.MaxFields)
        {
            throw new ArgumentException($"An index has 1 to {IndexOptions.MaxFields} fields.", nameof(options));
        }

        if (options.Fields.DistinctBy(field => field.Name, StringComparer.Ordinal).Count() < options.Fields.Length)
        {
            throw new ArgumentException("Two fields have one name.", nameof(options));
        }

        if (options.Views is not [{ Finds: true }, ..] || options.Views.SkipWhile(view => view.Finds).Any(view => view.Finds))
        {
            throw new ArgumentException("Views that find come first, at least one.", nameof(options));
        }

        if (options.Saturation <= 0 || options.Fields.Any(field => field.Weight <= 0 || field.LengthNorm is < 0 or > 1))
        {
            throw new ArgumentException("Weights and saturation are positive, a length norm lies in [0, 1].", nameof(options));
        }
    }
}
