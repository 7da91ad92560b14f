using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>What became of an attempt to take a ticket.</summary>
public abstract record ClaimTicketResult
{
    private ClaimTicketResult()
    {
    }

    /// <summary>It is theirs, now or already before.</summary>
    public sealed record Claimed(Ticket Ticket) : ClaimTicketResult;

    /// <summary>Somebody was faster.</summary>
    public sealed record AlreadyTaken(string By) : ClaimTicketResult;

    /// <summary>There is nothing left to do.</summary>
    public sealed record IsClosed : ClaimTicketResult;

    /// <summary>No such ticket.</summary>
    public sealed record NotFound : ClaimTicketResult;
}

/// <summary>Gives a ticket to the first who takes it.</summary>
public static class ClaimTicket
{
    /// <summary>Takes it. The write lock makes looking and taking one step.</summary>
    public static async Task<ClaimTicketResult> HandleAsync(
        DeskWrite write, TicketId id, StaffMember agent, CancellationToken cancellationToken)
    {
        var ticket = await write.Db.Tickets.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        switch (ticket)
        {
            case null:
                return new ClaimTicketResult.NotFound();
            case { AssigneeId: { } owner } when owner == agent.Id:
                return new ClaimTicketResult.Claimed(ticket);
            case { AssigneeId: not null }:
                return new ClaimTicketResult.AlreadyTaken(ticket.AssigneeName!);
            case { Status: TicketStatus.Closed }:
                return new ClaimTicketResult.IsClosed();
        }

        await write.AssignAsync(ticket, agent, cancellationToken);
        write.Record(ticket, TicketEventKind.Claimed, agent);
        return new ClaimTicketResult.Claimed(ticket);
    }

    /// <summary>Makes the agent its owner and introduces them to the student.</summary>
    internal static async Task<Conversation> AssignAsync(
        this DeskWrite write, Ticket ticket, StaffMember agent, CancellationToken cancellationToken)
    {
        ticket.AssigneeId = agent.Id;
        ticket.AssigneeName = agent.Name;
        var conversation = await write.Db.Conversations.SingleAsync(known => known.Id == ticket.ConversationId, cancellationToken);
        write.AppendSystemLine(conversation, SystemLines.Joined(agent.Name));
        return conversation;
    }
}
