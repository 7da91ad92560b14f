using Kb.Desk.Calendars;
using Kb.Search.Query;
using Kb.Web.Knowledge;
using Kb.Web.Layout;
using Kb.Web.Security;

namespace Kb.Web.Features.Search;

/// <summary>Search with the eyes of the staff: everything that holds today, whoever it is written for.</summary>
internal sealed class AgentSearch(CurrentKnowledge current, ReplyLinks links, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>The best hits and the facets of all.</summary>
    public AgentSearchView Search(AgentQuery query)
    {
        var edition = current.Edition;
        var typed = SearchedText.Of(query.Text);
        var asked = new SearchQuery(typed.Text, KbClaims.StaffGrants, time.GetUtcNow())
        {
            Top = Math.Clamp(query.Top, 1, AgentQuery.MaxTop),
            Filters = AgentFilters.Of(query, edition),
        };
        var found = edition.Index.Search(asked);
        var today = calendar.DayOf(asked.At);
        var targets = links.Of(edition);
        return new AgentSearchView(
            found.Query,
            found.Repaired,
            found.Total,
            FoundCount.Materials(found.Total),
            typed.Notice,
            [.. found.Hits.Select(hit => HitCards.Of(hit, edition, targets, today))],
            AgentFacets.Of(query, asked, edition));
    }
}
