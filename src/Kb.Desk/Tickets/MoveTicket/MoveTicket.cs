using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>What became of a change of status.</summary>
public abstract record MoveTicketResult
{
    private MoveTicketResult()
    {
    }

    /// <summary>It stands there now, or did before.</summary>
    public sealed record Moved(Ticket Ticket) : MoveTicketResult;

    /// <summary>There is no way from here to there.</summary>
    public sealed record NotAllowed(TicketStatus From, TicketStatus To) : MoveTicketResult;

    /// <summary>The ticket has changed since the caller looked at it.</summary>
    public sealed record Stale(int Version) : MoveTicketResult;

    /// <summary>No such ticket.</summary>
    public sealed record NotFound : MoveTicketResult;
}

/// <summary>Changes the status of a ticket by hand, along <see cref="TicketTransitions"/>.</summary>
public sealed class MoveTicket(WorkingCalendar calendar)
{
    /// <summary>Moves it.</summary>
    /// <param name="write">The running write.</param>
    /// <param name="id">The ticket.</param>
    /// <param name="agent">Who moves it.</param>
    /// <param name="to">Where to.</param>
    /// <param name="seenVersion">The version that the caller decided on; null when they do not mind.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<MoveTicketResult> HandleAsync(
        DeskWrite write, TicketId id, StaffMember agent, TicketStatus to, int? seenVersion, CancellationToken cancellationToken)
    {
        var ticket = await write.Db.Tickets.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (ticket is null)
        {
            return new MoveTicketResult.NotFound();
        }

        if (ticket.Status == to)
        {
            return new MoveTicketResult.Moved(ticket);
        }

        if (seenVersion is not null && seenVersion != ticket.Version)
        {
            return new MoveTicketResult.Stale(ticket.Version);
        }

        if (!TicketTransitions.From(ticket.Status).Contains(to))
        {
            return new MoveTicketResult.NotAllowed(ticket.Status, to);
        }

        await ApplyAsync(write, ticket, agent, to, cancellationToken);
        return new MoveTicketResult.Moved(ticket);
    }

    private async Task ApplyAsync(DeskWrite write, Ticket ticket, StaffMember agent, TicketStatus to, CancellationToken cancellationToken)
    {
        var conversation = await write.Db.Conversations.SingleAsync(known => known.Id == ticket.ConversationId, cancellationToken);
        var wasClosed = ticket.Status == TicketStatus.Closed;
        ticket.Status = to;
        if (to == TicketStatus.Closed)
        {
            ticket.ClosedAt = write.Now;
            write.AppendSystemLine(conversation, SystemLines.Closed);
            write.Record(ticket, TicketEventKind.Closed, agent);
            return;
        }

        if (ticket.AssigneeId is null)
        {
            await write.AssignAsync(ticket, agent, cancellationToken);
        }

        if (wasClosed)
        {
            ticket.ClosedAt = null;
            ticket.ResolutionDueAt = DueTimes.From(write.Now, ticket.ServiceClass, calendar).Resolution;
            ticket.NextDueAt = ticket.ResolutionDueAt;
        }

        write.Record(ticket, wasClosed ? TicketEventKind.Reopened : TicketEventKind.Moved, agent);
    }
}
