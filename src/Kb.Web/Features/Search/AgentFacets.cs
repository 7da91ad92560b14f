using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Content.SearchDocuments;
using Kb.Search.Query;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Search;

/// <summary>
/// How everything that a query matches falls apart. A facet is counted without its own filter, so that somebody who looks at
/// templates sees how many articles there are.
/// </summary>
internal static class AgentFacets
{
    /// <summary>Courses are asked for one by one: a base that narrows articles to more of them than this shows those with most articles.</summary>
    private const int MostCourses = 8;

    private static readonly ImmutableArray<string> Counted = [ArticleDocuments.Type, ArticleDocuments.Kind];

    public static FacetsView Of(AgentQuery query, SearchQuery asked, KnowledgeEdition edition, int tickets)
    {
        var types = Matches(query with { Types = [] }, asked, edition);
        var kinds = query.Types.IsEmpty && string.IsNullOrEmpty(query.Kind) ? types : Matches(query with { Kind = null }, asked, edition);
        return new FacetsView(
            [.. Values(types, ArticleDocuments.Type, id => HitType.Find(id)?.Many ?? id), .. TicketsOf(tickets)],
            Values(kinds, ArticleDocuments.Kind, id => edition.Base.Register.Kinds.TryGetValue(new KindId(id), out var kind) ? kind.Name : id),
            [
                .. CoursesOf(edition)
                    .Select(course => new FacetView(course, course, Matches(query with { Course = course }, asked, edition).Total))
                    .Where(course => course.Count > 0),
            ]);
    }

    /// <summary>Tickets lie in an index of their own.</summary>
    private static IEnumerable<FacetView> TicketsOf(int count) =>
        count == 0 ? [] : [new FacetView(HitType.Ticket.Id, HitType.Ticket.Many, count)];

    private static SearchResult Matches(AgentQuery query, SearchQuery asked, KnowledgeEdition edition) => edition.Index.Search(
        asked with { Filters = AgentFilters.Of(query, edition), Facets = Counted, CountTotal = true, Explain = false, Top = 1 });

    private static ImmutableArray<FacetView> Values(SearchResult found, string attribute, Func<string, string> label) =>
    [
        .. found.Facets.GetValueOrDefault(attribute, ImmutableDictionary<string, int>.Empty)
            .Where(value => value.Key.Length > 0) // A template may be for no kind in particular.
            .OrderByDescending(value => value.Value)
            .ThenBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => new FacetView(value.Key, label(value.Key), value.Value)),
    ];

    private static IEnumerable<string> CoursesOf(KnowledgeEdition edition) => edition.Base.Articles.Values
        .SelectMany(article => article.Scope.Courses)
        .CountBy(course => course, StringComparer.Ordinal)
        .OrderByDescending(course => course.Value)
        .ThenBy(course => course.Key, StringComparer.Ordinal)
        .Take(MostCourses)
        .Select(course => course.Key);
}
