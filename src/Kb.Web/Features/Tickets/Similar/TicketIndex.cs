using System.Collections.Immutable;
using Kb.Content.SearchDocuments;
using Kb.Desk.Tickets;
using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Tickets.Similar;

/// <summary>Tickets that can be found. A disposable copy of the desk, filled at every start beside serving; until then it finds less.</summary>
internal sealed class TicketIndex(CurrentKnowledge knowledge)
{
    // The stop words of the base come with it, and it opens after this is made.
    private readonly Lazy<ISearchIndex> _index = new(() => new InvertedIndex(TicketDocuments.Options(knowledge.Edition.Base.StopWords)));

    /// <summary>Makes these tickets found as they are now.</summary>
    public void Put(IEnumerable<TicketText> tickets) => _index.Value.Put(tickets.Select(TicketDocuments.Of));

    /// <summary>Housekeeping; see <see cref="ISearchIndex.Merge"/>.</summary>
    public bool Merge(CancellationToken cancellationToken) => _index.Value.Merge(cancellationToken);

    /// <summary>Finds tickets.</summary>
    /// <param name="asked">Filters other than <paramref name="kind"/> are those of articles and are left out.</param>
    /// <param name="kind">Id of a request kind to stay within; null or empty for all.</param>
    public SearchResult Search(SearchQuery asked, string? kind = null) => _index.Value.Search(asked with
    {
        Filters = string.IsNullOrEmpty(kind)
            ? ImmutableDictionary<string, ImmutableArray<string>>.Empty
            : ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(ArticleDocuments.Kind, [kind]),
    });
}
