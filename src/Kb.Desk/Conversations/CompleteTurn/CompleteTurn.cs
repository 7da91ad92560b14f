using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>Stores the bot's answer, its memory and what follows from it, and takes the turn off the list: all together, once.</summary>
public sealed class CompleteTurn(OpenTicket openTicket)
{
    /// <summary>Stores it, unless the turn is not pending any more.</summary>
    public async Task<CompleteTurnResult> HandleAsync(
        DeskWrite write, ConversationId id, long seq, TurnOutcome outcome, CancellationToken cancellationToken)
    {
        var turn = await write.Db.PendingTurns.SingleOrDefaultAsync(
            pending => pending.ConversationId == id && pending.Seq == seq, cancellationToken);
        if (turn is null)
        {
            return new CompleteTurnResult.AlreadyDone();
        }

        var conversation = await write.Db.Conversations.SingleAsync(known => known.Id == id, cancellationToken);
        write.Db.PendingTurns.Remove(turn);
        await RememberAsync(write, id, outcome, cancellationToken);
        foreach (var message in outcome.Messages)
        {
            write.Append(conversation, message);
        }

        return new CompleteTurnResult.Completed(outcome.Handoff is { } handoff
            ? await HandOverAsync(write, conversation, turn, handoff, cancellationToken)
            : null);
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

    private async Task<TicketId> HandOverAsync(
        DeskWrite write, Conversation conversation, PendingTurn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var ticket = await openTicket.HandleAsync(write, conversation, handoff, cancellationToken);
        // What the student wrote meanwhile is the agent's to answer now.
        var later = await write.Db.PendingTurns
            .Where(pending => pending.ConversationId == conversation.Id && pending.Seq != turn.Seq)
            .ToListAsync(cancellationToken);
        write.Db.PendingTurns.RemoveRange(later);
        return ticket.Id;
    }
}
