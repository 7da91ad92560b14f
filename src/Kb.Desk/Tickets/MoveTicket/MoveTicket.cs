using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>A change of status that somebody wants.</summary>
/// <param name="To">Where to.</param>
/// <param name="Reason">Why, in their words; null when they do not say.</param>
/// <param name="SeenVersion">The version that they decided on; null when they do not mind.</param>
public sealed record TicketMove(TicketStatus To, string? Reason, int? SeenVersion);

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
    /// <param name="move">Where to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<MoveTicketResult> HandleAsync(
        DeskWrite write, TicketId id, StaffMember agent, TicketMove move, CancellationToken cancellationToken)
    {
        var ticket = await write.Db.Tickets.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (ticket is null)
        {
            return new MoveTicketResult.NotFound();
        }

        if (ticket.Status == move.To)
        {
            return new MoveTicketResult.Moved(ticket);
        }

        if (move.SeenVersion is { } seen && seen != ticket.Version)
        {
            return new MoveTicketResult.Stale(ticket.Version);
        }

        if (!TicketTransitions.From(ticket.Status).Contains(move.To))
        {
            return new MoveTicketResult.NotAllowed(ticket.Status, move.To);
        }

        await ApplyAsync(write, ticket, agent, move, cancellationToken);
        return new MoveTicketResult.Moved(ticket);
    }

    private async Task ApplyAsync(DeskWrite write, Ticket ticket, StaffMember agent, TicketMove move, CancellationToken cancellationToken)
    {
        var conversation = await write.Db.Conversations.SingleAsync(known => known.Id == ticket.ConversationId, cancellationToken);
        var wasClosed = ticket.Status == TicketStatus.Closed;
        ticket.Status = move.To;
        if (move.To == TicketStatus.Closed)
        {
            ticket.ClosedAt = write.Now;
            write.AppendSystemLine(conversation, conversation.AsksBot ? SystemLines.ClosedBesideBot : SystemLines.Closed);
            write.Record(ticket, TicketEventKind.Closed, agent, detail: move.Reason);
            return;
        }

        if (ticket.AssigneeId is null)
        {
            await write.AssignAsync(ticket, agent, cancellationToken);
        }

        if (wasClosed)
        {
            ticket.Restart(write.Now, calendar);
        }

        write.Record(ticket, wasClosed ? TicketEventKind.Reopened : TicketEventKind.Moved, agent, detail: move.Reason);
    }
}
