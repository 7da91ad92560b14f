using System.Collections.Immutable;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>Stores the bot's answer, its memory and what follows from it, and takes the turn off the list: all together, once.</summary>
public sealed class CompleteTurn(OpenTicket openTicket)
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
        write.Db.PendingTurns.RemoveRange(answered);
        await RememberAsync(write, id, outcome, cancellationToken);
        foreach (var message in outcome.Messages)
        {
            write.Append(conversation, message);
        }

        return new CompleteTurnResult.Completed(outcome.Handoff is { } handoff
            ? await HandOverAsync(write, conversation, pending.Except(answered), handoff, cancellationToken)
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
        DeskWrite write, Conversation conversation, IEnumerable<PendingTurn> later, Handoff handoff, CancellationToken cancellationToken)
    {
        var ticket = await openTicket.HandleAsync(write, conversation, handoff, cancellationToken);
        // What the student wrote meanwhile is the agent's to answer now.
        write.Db.PendingTurns.RemoveRange(later);
        return ticket.Id;
    }
}
