using System.Collections.Immutable;
using Kb.Desk.Tickets;
using Kb.Search.Query;
using Kb.Web.Security;

namespace Kb.Web.Features.Tickets.Similar;

/// <summary>A ticket about the same, and how it was answered; the answer is null where nobody has.</summary>
public sealed record SimilarTicketView(string Id, string Number, string Title, bool IsSolved, string? Answer, string Url);

/// <summary>Other people's tickets about the same: what solved one of them may solve this one.</summary>
internal sealed class SimilarTickets(TicketIndex index, TimeProvider time)
{
    private const int Shown = 5;
    private const int Looked = 20;

    /// <summary>Below this share of the best score tickets have a common word, not a common question.</summary>
    private const double WorthShowing = 0.4;

    /// <summary>Solved ones first, the nearest of them first.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="known">Ids of tickets that are shown beside it anyway.</param>
    public ImmutableArray<SimilarTicketView> To(Ticket ticket, IEnumerable<string> known)
    {
        var asked = new SearchQuery(ticket.Handoff.Question, KbClaims.StaffGrants, time.GetUtcNow()) { Top = Looked, Explain = false, CountTotal = false };
        var hits = index.Search(asked).Hits.ExceptBy(known.Prepend(ticket.Id.Value), hit => hit.Id, StringComparer.Ordinal).ToList();
        return
        [
            .. hits.Where(hit => hit.Score >= hits[0].Score * WorthShowing)
                .Select(Of)
                .OrderByDescending(other => other.IsSolved) // Stable: equals keep the order of their scores.
                .Take(Shown),
        ];
    }

    private static SimilarTicketView Of(SearchHit hit) => new(
        hit.Id,
        hit.Attributes[TicketDocuments.Number],
        hit.Title,
        hit.Attributes[TicketDocuments.Solved] == "yes",
        hit.Attributes[TicketDocuments.Answer] is { Length: > 0 } answer ? answer : null,
        AddressOf(hit.Id));

    /// <summary>Where the staff reads a ticket.</summary>
    public static string AddressOf(string id) => "/desk/tickets/" + Uri.EscapeDataString(id);
}
