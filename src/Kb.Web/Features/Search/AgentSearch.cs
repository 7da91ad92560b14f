using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Desk.Calendars;
using Kb.Search.Query;
using Kb.Web.Features.Tickets.Similar;
using Kb.Web.Knowledge;
using Kb.Web.Layout;
using Kb.Web.Security;

namespace Kb.Web.Features.Search;

/// <summary>
/// Search with the eyes of the staff: everything that holds today, whoever it is written for. Tickets
/// come only where they are asked for, after the base: an article is checked, an old answer is not.
/// </summary>
internal sealed class AgentSearch(CurrentKnowledge current, TicketIndex tickets, ReplyLinks links, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>The best hits and the facets of all.</summary>
    public AgentSearchView Search(AgentQuery query)
    {
        var edition = current.Edition;
        var typed = SearchedText.OfQuery(query.Text);
        var asked = new SearchQuery(typed.Text, KbClaims.StaffGrants, time.GetUtcNow())
        {
            Top = Math.Clamp(query.Top, 1, AgentQuery.MaxTop),
            Filters = AgentFilters.Of(query, edition),
            Priors = PriorsOf(query, edition, typed.Text),
            Excluded = typed.Excluded,
            IsStillTyped = query.IsStillTyped,
            AsTyped = query.AsTyped,
        };
        var found = edition.Index.Search(asked);
        var ofTickets = tickets.Search(query.Types.Contains(HitType.Ticket) ? asked : asked with { Top = 1, Explain = false }, query.Kind);
        var shownTickets = query.Types.Contains(HitType.Ticket) ? ofTickets : ofTickets with { Hits = [], Total = 0 };
        var total = found.Total + shownTickets.Total;
        var today = calendar.DayOf(asked.At);
        var targets = links.Of(edition);
        return new AgentSearchView(
            SearchedText.Of(query.Text).Text,
            found.Repaired,
            total,
            FoundCount.Materials(total),
            typed.Notice,
            [.. found.Hits.Concat(shownTickets.Hits).Take(asked.Top).Select(hit => HitCards.Of(hit, edition, targets, today))],
            // The list under the field has no room for facets, and ten more searches a keystroke would be spent on them.
            query.IsStillTyped ? FacetsView.None : AgentFacets.Of(query, asked, edition, ofTickets.Total));
    }

    private ImmutableArray<Prior> PriorsOf(AgentQuery query, KnowledgeEdition edition, string text)
    {
        var priors = SearchPriors.Of(edition, text, calendar.DayOf(time.GetUtcNow()));
        return string.IsNullOrEmpty(query.Course)
            ? priors
            : [.. priors, .. SearchPriors.Own(edition, FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Course(query.Course)), "для этого курса")];
    }
}
