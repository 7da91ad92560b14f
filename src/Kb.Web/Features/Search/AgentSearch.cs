using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Content.SearchDocuments;
using Kb.Desk.Calendars;
using Kb.Search.Query;
using Kb.Web.Knowledge;
using Kb.Web.Security;

namespace Kb.Web.Features.Search;

/// <summary>Search with the eyes of the staff: everything that holds today, whoever it is written for.</summary>
internal sealed class AgentSearch(CurrentKnowledge current, ReplyLinks links, WorkingCalendar calendar, TimeProvider time)
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
        var targets = links.Of(edition);
        return new AgentSearchView(
            found.Query,
            found.Repaired,
            found.Total,
            [.. found.Hits.Select(hit => HitCards.Of(hit, edition, targets, today))],
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

        if (!string.IsNullOrEmpty(query.Kind) || !string.IsNullOrEmpty(query.Course))
        {
            // Scopes and kinds are lists, an attribute is one value: what holds is named instead.
            filters.Add(ArticleDocuments.Article, [.. ArticlesOf(query, edition), .. TemplatesOf(query, edition)]);
        }

        return filters.ToImmutable();
    }

    private static IEnumerable<string> ArticlesOf(AgentQuery query, KnowledgeEdition edition) => edition.Base.Articles.Values
        .Where(article => string.IsNullOrEmpty(query.Kind) || article.Kind.Value == query.Kind)
        .Where(article => string.IsNullOrEmpty(query.Course) || article.Scope.Courses.IsEmpty || article.Scope.Courses.Contains(query.Course, StringComparer.Ordinal))
        .Select(article => article.Id.Value);

    /// <summary>Templates are for every course; for a kind, those that name it or its type.</summary>
    private static IEnumerable<string> TemplatesOf(AgentQuery query, KnowledgeEdition edition)
    {
        var kind = new KindId(query.Kind ?? "");
        var type = edition.Base.Register.Kinds.GetValueOrDefault(kind)?.Type ?? "";
        return edition.Base.Templates.Values
            .Where(template => string.IsNullOrEmpty(query.Kind) || template.Kinds.Contains(kind) || template.Types.Contains(type, StringComparer.Ordinal))
            .Select(template => TemplateDocuments.IdOf(template.Id));
    }

    private static ImmutableArray<FacetView> Count(SearchResult found, string attribute, Func<string, string> label) =>
    [
        .. found.Hits
            .Where(hit => hit.Attributes[attribute].Length > 0) // A template may be for no kind in particular.
            .CountBy(hit => hit.Attributes[attribute], StringComparer.Ordinal)
            .OrderByDescending(group => group.Value)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new FacetView(group.Key, label(group.Key), group.Value)),
    ];
}
