using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Content.SearchDocuments;
using Kb.Desk.Calendars;
using Kb.Search.Query;
using Kb.Web.Knowledge;
using Kb.Web.Security;

namespace Kb.Web.Features.Search;

/// <summary>Search with the eyes of the staff: everything that holds today, whoever it is written for.</summary>
internal sealed class AgentSearch(CurrentKnowledge current, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>The best hits and the facets of all.</summary>
    public AgentSearchView Search(AgentQuery query)
    {
        var edition = current.Edition;
        var asked = new SearchQuery(query.Text, KbClaims.StaffGrants, time.GetUtcNow())
        {
            Top = Math.Clamp(query.Top, 1, AgentQuery.MaxTop),
            Filters = FiltersOf(query, edition),
        };
        var found = edition.Index.Search(asked);
        var all = edition.Index.Search(asked with { Top = SearchQuery.MaxTop, Explain = false });
        var today = calendar.DayOf(asked.At);
        return new AgentSearchView(
            found.Query,
            found.Repaired,
            found.Total,
            [.. found.Hits.Select(hit => HitCards.Of(hit, edition, today))],
            new FacetsView(
                Count(all, ArticleDocuments.Type, id => HitType.Find(id)?.Many ?? id),
                Count(all, ArticleDocuments.Kind, id => edition.Base.Register.Kinds.TryGetValue(new KindId(id), out var kind) ? kind.Name : id)));
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> FiltersOf(AgentQuery query, KnowledgeEdition edition)
    {
        var filters = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        if (query.Types.Length > 0)
        {
            filters.Add(ArticleDocuments.Type, [.. query.Types.Select(type => type.Id)]);
        }

        if (!string.IsNullOrEmpty(query.Kind))
        {
            filters.Add(ArticleDocuments.Kind, [query.Kind]);
        }

        if (!string.IsNullOrEmpty(query.Course))
        {
            // A scope is a list, an attribute one value: the articles that hold for the course are named instead.
            filters.Add(ArticleDocuments.Article,
            [
                .. edition.Base.Articles.Values
                    .Where(article => article.Scope.Courses.IsEmpty || article.Scope.Courses.Contains(query.Course, StringComparer.Ordinal))
                    .Select(article => article.Id.Value),
            ]);
        }

        return filters.ToImmutable();
    }

    private static ImmutableArray<FacetView> Count(SearchResult found, string attribute, Func<string, string> label) =>
    [
        .. found.Hits
            .CountBy(hit => hit.Attributes[attribute], StringComparer.Ordinal)
            .OrderByDescending(group => group.Value)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new FacetView(group.Key, label(group.Key), group.Value)),
    ];
}
