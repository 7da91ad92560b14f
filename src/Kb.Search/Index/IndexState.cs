using System.Collections.Immutable;
using Kb.Search.Index.Segments;
using Kb.Search.Index.Terms;
using Kb.Search.Repair;

namespace Kb.Search.Index;

/// <summary>Everything that one search needs, as of one moment. Immutable: readers share it without locks.</summary>
internal sealed record IndexState
{
    /// <param name="options">What the index was configured with.</param>
    /// <param name="segments">No two have a living document of one id.</param>
    public IndexState(IndexOptions options, ImmutableArray<LiveSegment> segments)
    {
        Options = options;
        Segments = segments;
        Count = segments.Sum(segment => segment.Count);
        Means = LiveMeans(options, segments);
        Repair = new QueryRepair(new Lexicon(
            [.. segments.Select(live => new LexiconSegment(live.Segment.Spelling, live.Statistics.Surfaces, live.Statistics.Stems)), options.Groups.Segment],
            Count,
            options.Stemming,
            options.KnownWords), options.Groups);
    }

    /// <summary>What the index was configured with.</summary>
    public IndexOptions Options { get; }

    /// <summary>No two have a living document of one id.</summary>
    public ImmutableArray<LiveSegment> Segments { get; }

    /// <summary>
    /// The usual lengths of the documents that are there now: what final scores are computed with. The impacts in the posting lists of a segment
    /// come from the means of the day when it was written; they only decide about candidates, and a merge renews them.
    /// </summary>
    public FieldMeans Means { get; }

    /// <summary>Living documents.</summary>
    public int Count { get; }

    /// <summary>Mends queries by the words of the living documents.</summary>
    public QueryRepair Repair { get; }

    /// <summary>Documents with this stem, over all segments.</summary>
    public int StemFrequency(ReadOnlySpan<char> stem)
    {
        var sum = 0;
        foreach (var live in Segments)
        {
            sum += live.Segment.Vocabulary.Stems.TryFind(stem, out var number) ? live.Statistics.Stems[number] : 0;
        }

        return sum;
    }

    /// <summary>Documents with this written form, over all segments.</summary>
    public int SurfaceFrequency(ReadOnlySpan<char> surface)
    {
        var sum = 0;
        foreach (var live in Segments)
        {
            sum += live.Segment.Vocabulary.Surfaces.TryFind(surface, out var number) ? live.Statistics.Surfaces[number] : 0;
        }

        return sum;
    }

    /// <summary>Documents with a searchable word that has this run of letters (see <see cref="WordGrams"/>), over all segments.</summary>
    public int GramFrequency(ReadOnlySpan<char> gram)
    {
        var sum = 0;
        foreach (var live in Segments)
        {
            sum += live.Segment.Vocabulary.Grams.TryFind(gram, out var number) ? live.Statistics.Grams[number] : 0;
        }

        return sum;
    }

    private static FieldMeans LiveMeans(IndexOptions options, ImmutableArray<LiveSegment> segments)
    {
        var words = new long[options.Fields.Length];
        var documents = new int[options.Fields.Length];
        foreach (var live in segments)
        {
            for (var field = 0; field < words.Length; field++)
            {
                words[field] += live.Statistics.FieldWords[field];
                documents[field] += live.Statistics.FieldDocuments[field];
            }
        }

        return FieldMeans.Of(words, documents);
    }
}
