using System.Collections.Immutable;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>An agent's answer.</summary>
/// <param name="Text">A text that <see cref="MessageText.Read"/> accepted.</param>
/// <param name="Sources">Articles that it refers to; the student must be allowed to read them.</param>
/// <param name="TemplateId">The template that it was made from; null when it was typed.</param>
/// <param name="SeenVersion">The version of the ticket that it answers; null when its author does not mind.</param>
public sealed record AgentReply(MessageText.Accepted Text, ImmutableArray<MessageSource> Sources, string? TemplateId, int? SeenVersion = null);

/// <summary>What became of an agent's answer.</summary>
public abstract record ReplyToTicketResult
{
    private ReplyToTicketResult()
    {
    }

    /// <summary>The student has it.</summary>
    public sealed record Replied(Ticket Ticket, Message Message) : ReplyToTicketResult;

    /// <summary>The ticket is closed: it must be taken up again first.</summary>
    public sealed record IsClosed : ReplyToTicketResult;

    /// <summary>The ticket has changed since the caller looked at it.</summary>
    public sealed record Stale(int Version) : ReplyToTicketResult;

    /// <summary>No such ticket.</summary>
    public sealed record NotFound : ReplyToTicketResult;
}

/// <summary>Answers the student. Who answers a ticket that nobody has owns it; a colleague may help out without taking it away.</summary>
public static class ReplyToTicket
{
    /// <summary>Stores the answer.</summary>
    /// <param name="write">The running write.</param>
    /// <param name="id">The ticket.</param>
    /// <param name="agent">Who answers.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ReplyToTicketResult> HandleAsync(
        DeskWrite write,
        TicketId id,
        StaffMember agent,
        AgentReply reply,
        CancellationToken cancellationToken)
    {
        var ticket = await write.Db.Tickets.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (ticket is null)
        {
            return new ReplyToTicketResult.NotFound();
        }

        if (ticket.Status == TicketStatus.Closed)
        {
            return new ReplyToTicketResult.IsClosed();
        }

        if (reply.SeenVersion is { } seen && seen != ticket.Version)
        {
            return new ReplyToTicketResult.Stale(ticket.Version);
        }

        var conversation = ticket.AssigneeId is null
            ? await write.AssignAsync(ticket, agent, cancellationToken)
            : await write.Db.Conversations.SingleAsync(known => known.Id == ticket.ConversationId, cancellationToken);
        var message = write.Append(conversation, new NewMessage(MessageAuthor.Agent, agent.Name, reply.Text.Text, TextFormat.Plain) { Sources = reply.Sources });
        conversation.AsksBot = false; // Their talk goes on: what the student says next is an answer to them.
        ticket.Status = TicketStatus.InProgress;
        ticket.FirstRepliedAt ??= write.Now;
        ticket.NextDueAt = ticket.ResolutionDueAt;
        ticket.HasSpoken(message);
        write.Record(ticket, TicketEventKind.Replied, agent, message.Seq, reply.TemplateId);
        return new ReplyToTicketResult.Replied(ticket, message);
    }
}
