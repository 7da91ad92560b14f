using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>
/// What documents get for reasons outside of their words. A share of the score, not a sum: a prior decides between documents that match about
/// equally well and never lifts one that hardly matches over one that does.
/// </summary>
/// <remarks>For one search, on one thread.</remarks>
internal sealed class PriorPoints(IndexState index, ImmutableArray<Prior> priors)
{
    private ImmutableArray<SearchDocument> _documents = [];

    /// <summary>The largest share that a document can get.</summary>
    public double Most { get; } = priors.Sum(prior => Math.Max(0, prior.Share));

    /// <summary>Goes over to the documents of a segment.</summary>
    public void Open(int segment) => _documents = index.Segments[segment].Segment.Documents;

    /// <summary>What a document of the opened segment gets.</summary>
    /// <param name="document">Its number.</param>
    /// <param name="score">What its words are worth.</param>
    public float Of(int document, float score)
    {
        var share = 0.0;
        foreach (var prior in priors)
        {
            share += Holds(prior, document) ? prior.Share : 0;
        }

        return (float)share * score;
    }

    /// <summary>The same, reason by reason.</summary>
    public IEnumerable<Explanation> Explain(int document, double score) => priors
        .Where(prior => Holds(prior, document))
        .Select(prior => new Explanation(prior.Reason, prior.Share * score, []));

    private bool Holds(Prior prior, int document) =>
        _documents[document].Attributes.TryGetValue(prior.Attribute, out var value)
        && string.CompareOrdinal(value, prior.Value) is var order && (order == 0 || (prior.OrBefore && order < 0));
}
