using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Kb.Search.Index.Storage;
using Kb.Search.Query;

namespace Kb.Search.Index;

/// <summary>The engine of Kb: immutable segments in memory; stems find candidates, which are ranked by everything that is known of their words. A disposable copy of the content, rebuilt whole.</summary>
/// <remarks>Thread-safe. A search runs on the snapshot that was current when it began and takes no lock.</remarks>
public sealed class InvertedIndex : ISearchIndex
{
    /// <summary>Documents that are merged in passing: some milliseconds.</summary>
    private const int MergedAtOnce = 512;

    private readonly IndexOptions _options;
    private readonly Lock _writing = new();
    private readonly Lock _merging = new();
    private volatile IndexState _current;

    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public InvertedIndex(IndexOptions options)
    {
        Validate(options);
        _options = options;
        _current = new IndexState(options, []);
    }

    /// <summary>What searches that begin now see.</summary>
    internal IndexState Current => _current;

    /// <inheritdoc/>
    public int Count => _current.Count;

    /// <summary>Size in memory of everything that a search reads, in bytes; the documents themselves (ids, titles, texts, attributes) come on top.</summary>
    public long Bytes => _current.Segments.Sum(segment => segment.Bytes);

    /// <inheritdoc/>
    public void Replace(IEnumerable<SearchDocument> documents)
    {
        lock (_writing) // Two writers: the one that called last wins, not the one that was faster.
        {
            _current = IndexWriter.Build(_options, documents);
        }
    }

    /// <inheritdoc/>
    public void Put(IEnumerable<SearchDocument> documents)
    {
        lock (_writing)
        {
            _current = MergeSmall(IndexWriter.Put(_current, documents));
        }
    }

    /// <inheritdoc/>
    public void Remove(IEnumerable<string> ids)
    {
        lock (_writing)
        {
            _current = IndexWriter.Remove(_current, ids);
        }
    }

    /// <inheritdoc/>
    public bool Merge(CancellationToken cancellationToken)
    {
        lock (_merging)
        {
            var began = _current;
            var sources = SegmentMerger.Choose(began);
            if (sources.IsEmpty)
            {
                return false;
            }

            // Outside the writers' lock: documents come and go, and are searched, while this runs.
            var merged = SegmentMerger.Merge(began, sources, cancellationToken);
            lock (_writing)
            {
                _current = SegmentMerger.Swap(_current, sources, merged);
            }

            return true;
        }
    }

    /// <summary>Writes everything to a file, which is replaced in one step: a kill or a full disk leaves the old one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Names what is in the index now, for <see cref="TryOpen"/>.</param>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public void Save(string path, string content) => SnapshotFile.Save(_current, content, path);

    /// <summary>Replaces the whole content by that of a file, if the file is whole and was written of the same content with the same options and stems.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Names what should be in the index.</param>
    /// <param name="reason">Why the file cannot be used; null where it was. Then nothing changed, and the index is to be filled from the documents.</param>
    public bool TryOpen(string path, string content, [NotNullWhen(false)] out string? reason)
    {
        switch (SnapshotFile.Read(_options, content, path))
        {
            case SnapshotReading.Read(var index):
                lock (_writing)
                {
                    _current = index;
                }

                reason = null;
                return true;
            case SnapshotReading.Unusable(var why):
                reason = why;
                return false;
            default:
                throw new UnreachableException();
        }
    }

    /// <inheritdoc/>
    public SearchResult Search(SearchQuery query) => new Searcher(_current, query).Run();

    /// <summary>Merges what takes no longer than adding did, so that single documents never pile up even where nobody calls <see cref="Merge"/>.</summary>
    private static IndexState MergeSmall(IndexState index)
    {
        while (SegmentMerger.Choose(index) is { IsEmpty: false } sources && sources.Sum(live => live.Count) <= MergedAtOnce)
        {
            index = SegmentMerger.Swap(index, sources, SegmentMerger.Merge(index, sources, CancellationToken.None));
        }

        return index;
    }

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

        if (options.Saturation <= 0 || options.Candidates < 1 || options.Ranking.LetterRunWeight < 0
            || options.Fields.Any(field => field.Weight <= 0 || field.LengthNorm is < 0 or > 1))
        {
            throw new ArgumentException("Weights, saturation and candidates are positive, a length norm lies in [0, 1].", nameof(options));
        }
    }
}
