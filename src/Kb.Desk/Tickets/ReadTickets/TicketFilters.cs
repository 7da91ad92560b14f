using System.Diagnostics;

namespace Kb.Desk.Tickets;

/// <summary>The parts of a list query.</summary>
internal static class TicketFilters
{
    public static IQueryable<Ticket> ThatShow(this IQueryable<Ticket> tickets, TicketView view) => view switch
    {
        TicketView.All => tickets,
        TicketView.AssignedTo(var staff) => tickets.Where(ticket => ticket.AssigneeId == staff),
        TicketView.Unassigned => tickets.Where(ticket => ticket.AssigneeId == null),
        TicketView.OfLine(var line) => tickets.Where(ticket => ticket.Line == line),
        _ => throw new UnreachableException(),
    };

    /// <summary>Without a status, the queues show what is owed; only the list of all shows what is done.</summary>
    public static IQueryable<Ticket> ThatStand(this IQueryable<Ticket> tickets, TicketStatus? status, TicketView view) => (status, view) switch
    {
        ({ } asked, _) => tickets.Where(ticket => ticket.Status == asked),
        (null, TicketView.All) => tickets,
        _ => tickets.Where(ticket => ticket.ClosedAt == null),
    };

    public static IQueryable<Ticket> InOrder(this IQueryable<Ticket> tickets, TicketSort sort, TicketCursor? after) => sort switch
    {
        TicketSort.Created => tickets
            .Where(ticket => after == null || ticket.Number < after.Number)
            .OrderByDescending(ticket => ticket.Number),
        _ => tickets
            .BeyondDue(after)
            .OrderBy(ticket => ticket.ClosedAt != null)
            .ThenBy(ticket => ticket.ClosedAt != null || !ticket.IsAlarm)
            .ThenBy(ticket => ticket.NextDueAt)
            .ThenBy(ticket => ticket.Number),
    };

    private static IQueryable<Ticket> BeyondDue(this IQueryable<Ticket> tickets, TicketCursor? after) => after switch
    {
        null => tickets,
        // Alarms come first and closed rows last, so that «beyond» an open row are later rows of its rank and every row of a lower one.
        { Closed: false, IsAlarm: true, DueAt: var due, Number: var number } => tickets.Where(ticket => ticket.ClosedAt != null || !ticket.IsAlarm
            || ticket.NextDueAt > due || (ticket.NextDueAt == due && ticket.Number > number)),
        { Closed: false, DueAt: var due, Number: var number } => tickets.Where(ticket => ticket.ClosedAt != null
            || (!ticket.IsAlarm && (ticket.NextDueAt > due || (ticket.NextDueAt == due && ticket.Number > number)))),
        { DueAt: var due, Number: var number } => tickets.Where(ticket => ticket.ClosedAt != null
            && (ticket.NextDueAt > due || (ticket.NextDueAt == due && ticket.Number > number))),
    };
}
