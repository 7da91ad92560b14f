using System.Collections.Immutable;
using Kb.Desk.People;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>A turn with all that the bot needs to answer it.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="Messages">What the student said: one press, or the typed messages in a row that nobody has answered yet, in order. Never empty.</param>
/// <param name="DialogueEvents">The dialogue so far, in order.</param>
/// <param name="Person">Who asks; null when nobody vouched for them.</param>
/// <param name="Tickets">Their tickets, the newest first, at most 10; of an unknown person those of this conversation.</param>
public sealed record TurnToTake(
    Conversation Conversation, ImmutableArray<Message> Messages, ImmutableArray<string> DialogueEvents, Person? Person, ImmutableArray<Ticket> Tickets)
{
    /// <summary>The last of the messages: whoever wrote it waits for an answer to all of them.</summary>
    public Message Message => Messages[^1];

    /// <summary>The places that the answer settles.</summary>
    public ImmutableArray<long> Seqs => [.. Messages.Select(message => message.Seq)];

    /// <summary>All that was said, a line a message.</summary>
    public string Text => string.Join('\n', Messages.Select(message => message.Text));

    /// <summary>The ticket that takes what is handed over; null where a new one is opened.</summary>
    public Ticket? TicketAt(DateTimeOffset now) =>
        Tickets.FirstOrDefault(ticket => ticket.ConversationId == Conversation.Id) is { } ticket && TicketJoin.Decide(ticket.ClosedAt, now) != TicketJoin.Outcome.Past
            ? ticket
            : null;
}

/// <summary>
/// The turns that the bot owes. Taking a turn changes nothing: a process that dies with one in hand leaves it where it was, and
/// two that answer the same one meet at <see cref="CompleteTurn"/>.
/// </summary>
public sealed class PendingTurns(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>More messages than these are read as the next turn.</summary>
    private const int LongestBurst = 20;

    /// <summary>The next turn of each waiting conversation: a dialogue is answered in order, and messages in a row are one turn.</summary>
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
        var messages = await db.Messages.AsNoTracking()
            .Where(said => said.ConversationId == turn.ConversationId
                && db.PendingTurns.Any(pending => pending.ConversationId == said.ConversationId && pending.Seq == said.Seq))
            .OrderBy(said => said.Seq)
            .Take(LongestBurst)
            .ToListAsync(cancellationToken);
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
        return new TurnToTake(conversation, Burst(messages), [.. events], person, [.. tickets]);
    }

    /// <summary>A press answers one question and stands alone; typed messages go together up to the next press.</summary>
    private static ImmutableArray<Message> Burst(List<Message> messages) =>
        messages[0].PressedAction is null ? [.. messages.TakeWhile(message => message.PressedAction is null)] : [messages[0]];
}
