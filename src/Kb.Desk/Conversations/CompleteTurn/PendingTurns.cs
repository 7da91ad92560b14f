using System.Collections.Immutable;
using Kb.Desk.People;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>A turn with all that the bot needs to answer it.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="Message">What the student said.</param>
/// <param name="DialogueEvents">The dialogue so far, in order.</param>
/// <param name="Person">Who asks; null when nobody vouched for them.</param>
/// <param name="Tickets">Their tickets, the newest first, at most 10; of an unknown person those of this conversation.</param>
public sealed record TurnToTake(
    Conversation Conversation, Message Message, ImmutableArray<string> DialogueEvents, Person? Person, ImmutableArray<Ticket> Tickets);

/// <summary>
/// The turns that the bot owes. Taking a turn changes nothing: a process that dies with one in hand leaves it where it was, and
/// two that answer the same one meet at <see cref="CompleteTurn"/>.
/// </summary>
public sealed class PendingTurns(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>The oldest turn of each waiting conversation: a dialogue is answered in order.</summary>
    /// <param name="top">How many conversations at most, those that wait longest first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ImmutableArray<TurnToTake>> TakeAsync(int top, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var oldest = await db.PendingTurns.AsNoTracking()
            .Where(turn => !db.PendingTurns.Any(other => other.ConversationId == turn.ConversationId && other.Seq < turn.Seq))
            .OrderBy(turn => turn.At)
            .Take(top)
            .ToListAsync(cancellationToken);
        var turns = ImmutableArray.CreateBuilder<TurnToTake>(oldest.Count);
        foreach (var turn in oldest)
        {
            turns.Add(await LoadAsync(db, turn, cancellationToken));
        }

        return turns.MoveToImmutable();
    }

    private static async Task<TurnToTake> LoadAsync(DeskDbContext db, PendingTurn turn, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsNoTracking()
            .SingleAsync(known => known.Id == turn.ConversationId, cancellationToken);
        var message = await db.Messages.AsNoTracking()
            .SingleAsync(said => said.ConversationId == turn.ConversationId && said.Seq == turn.Seq, cancellationToken);
        var events = await db.DialogueEvents.AsNoTracking()
            .Where(happened => happened.ConversationId == turn.ConversationId)
            .OrderBy(happened => happened.Ordinal)
            .Select(happened => happened.Payload)
            .ToListAsync(cancellationToken);
        var person = conversation.PersonId is { } id
            ? await db.People.AsNoTracking().SingleAsync(known => known.Id == id, cancellationToken)
            : null;
        var tickets = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.ConversationId == turn.ConversationId || (conversation.PersonId != null && ticket.PersonId == conversation.PersonId))
            .OrderByDescending(ticket => ticket.Number)
            .Take(10)
            .ToListAsync(cancellationToken);
        return new TurnToTake(conversation, message, [.. events], person, [.. tickets]);
    }
}
