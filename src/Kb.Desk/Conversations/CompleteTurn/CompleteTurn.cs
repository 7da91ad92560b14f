using System.Collections.Immutable;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>
/// Stores the bot's answer, its memory and what follows from it, and takes the turn off the list: all together, once. Where people have taken
/// the talk up meanwhile, the bot does not speak over their heads: what it was asked is theirs.
/// </summary>
/// <param name="openTicket">Opens the ticket of a talk that has none.</param>
/// <param name="hear">Gives people what is said to them.</param>
public sealed class CompleteTurn(OpenTicket openTicket, HearStudent hear)
{
    /// <summary>Stores it, unless one of the messages is not pending any more: each is answered exactly once, alone or with its neighbours.</summary>
    /// <param name="write">The running write.</param>
    /// <param name="id">Where.</param>
    /// <param name="seqs">The messages that the outcome answers.</param>
    /// <param name="outcome">The answer and what follows from it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CompleteTurnResult> HandleAsync(
        DeskWrite write, ConversationId id, ImmutableArray<long> seqs, TurnOutcome outcome, CancellationToken cancellationToken)
    {
        var pending = await write.Db.PendingTurns.Where(turn => turn.ConversationId == id).ToListAsync(cancellationToken);
        var answered = pending.Where(turn => seqs.Contains(turn.Seq)).ToList();
        if (answered.Count < seqs.Length)
        {
            return new CompleteTurnResult.AlreadyDone();
        }

        var conversation = await write.Db.Conversations.SingleAsync(known => known.Id == id, cancellationToken);
        var ticket = await write.Db.Tickets.LatestOf(id, cancellationToken);
        List<Message> messages = ticket is null ? [] : await MessagesAsync(write, id, seqs, cancellationToken);
        write.Db.PendingTurns.RemoveRange(answered);
        if (ticket is not null && messages.Any(message => hear.IsForPeople(conversation, ticket, message, write.Now)))
        {
            HearAll(write, conversation, ticket, messages);
            return new CompleteTurnResult.AlreadyDone();
        }

        await RememberAsync(write, id, outcome, cancellationToken);
        foreach (var message in outcome.Messages)
        {
            write.Append(conversation, message);
        }

        if (outcome.Handoff is not { } handoff)
        {
            return new CompleteTurnResult.Completed(null);
        }

        var owner = await HandOverAsync(write, conversation, ticket, messages, handoff, cancellationToken);
        // What the student wrote meanwhile is the agent's to answer now.
        var later = pending.Except(answered).ToList();
        if (later.Count > 0)
        {
            HearAll(write, conversation, owner, await MessagesAsync(write, id, [.. later.Select(turn => turn.Seq)], cancellationToken));
            write.Db.PendingTurns.RemoveRange(later);
        }

        return new CompleteTurnResult.Completed(owner.Id);
    }

    private static Task<List<Message>> MessagesAsync(DeskWrite write, ConversationId id, ImmutableArray<long> seqs, CancellationToken cancellationToken) =>
        write.Db.Messages.AsNoTracking()
            .Where(message => message.ConversationId == id && seqs.AsEnumerable().Contains(message.Seq))
            .OrderBy(message => message.Seq)
            .ToListAsync(cancellationToken);

    /// <summary>Whoever only turned to the bot has said nothing to people.</summary>
    private void HearAll(DeskWrite write, Conversation conversation, Ticket ticket, IEnumerable<Message> messages)
    {
        foreach (var message in messages.Where(message => message.PressedAction != PostMessage.BotAction))
        {
            hear.Hear(write, conversation, ticket, message);
        }
    }

    private static async Task RememberAsync(DeskWrite write, ConversationId id, TurnOutcome outcome, CancellationToken cancellationToken)
    {
        var last = await write.Db.DialogueEvents
            .Where(happened => happened.ConversationId == id)
            .MaxAsync(happened => (int?)happened.Ordinal, cancellationToken) ?? 0;
        foreach (var payload in outcome.DialogueEvents)
        {
            write.Db.DialogueEvents.Add(new DialogueEvent { ConversationId = id, Ordinal = ++last, Payload = payload, At = write.Now });
        }
    }

    /// <summary>A talk has one ticket: the one that it has goes on, with all that the bot knows in a note.</summary>
    private async Task<Ticket> HandOverAsync(
        DeskWrite write, Conversation conversation, Ticket? ticket, List<Message> messages, Handoff handoff, CancellationToken cancellationToken)
    {
        conversation.AsksBot = false;
        if (ticket is null || TicketJoin.Decide(ticket.ClosedAt, write.Now) == TicketJoin.Outcome.Past)
        {
            return await openTicket.HandleAsync(write, conversation, handoff, cancellationToken);
        }

        await write.AddNoteAsync(conversation, NoteLog.Bot, handoff.Note ?? handoff.Packet.Question, cancellationToken);
        hear.Join(write, conversation, ticket, messages[^1]);
        if (handoff.IsAlarm)
        {
            ticket.Alarm(write.Now);
        }

        return ticket;
    }
}
