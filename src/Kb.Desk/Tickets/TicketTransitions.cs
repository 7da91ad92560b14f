using System.Collections.Immutable;

namespace Kb.Desk.Tickets;

/// <summary>Which status a person may set from which.</summary>
public static class TicketTransitions
{
    /// <summary>The statuses that may follow, in the order to offer them.</summary>
    public static ImmutableArray<TicketStatus> From(TicketStatus status) => status switch
    {
        TicketStatus.InProgress => [TicketStatus.Closed],
        TicketStatus.Closed => [TicketStatus.InProgress],
        _ => [TicketStatus.InProgress, TicketStatus.Closed],
    };
}
