using System.Collections.Immutable;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>What the team reads.</summary>
public sealed class ReadTickets(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>A page of tickets, and where it ended when there are more.</summary>
    public async Task<TicketPage> ListAsync(TicketQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Tickets.AsNoTracking()
            .ThatShow(query.View)
            .ThatStand(query.Status, query.View)
            .InOrder(query.Sort, query.After)
            .Take(query.Top + 1)
            .ToListAsync(cancellationToken);
        return rows.Count <= query.Top
            ? new TicketPage([.. rows], null)
            : new TicketPage([.. rows.Take(query.Top)], TicketCursor.After(rows[query.Top - 1]));
    }

    /// <summary>One ticket; null when there is none.</summary>
    public async Task<Ticket?> FindAsync(TicketId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tickets.AsNoTracking().SingleOrDefaultAsync(ticket => ticket.Id == id, cancellationToken);
    }

    /// <summary>Everything said after the given numbers, with the notes that only the team sees.</summary>
    public async Task<Transcript> TranscriptAsync(
        ConversationId id, long afterSeq, int afterNote, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = await db.Messages.AsNoTracking()
            .Where(message => message.ConversationId == id && message.Seq > afterSeq)
            .OrderBy(message => message.Seq)
            .ToListAsync(cancellationToken);
        var notes = await db.Notes.AsNoTracking()
            .Where(note => note.ConversationId == id && note.Ordinal > afterNote)
            .OrderBy(note => note.Ordinal)
            .ToListAsync(cancellationToken);
        return new Transcript([.. messages], [.. notes]);
    }

    /// <summary>Whether what the student of this conversation writes now goes to the bot, though there is a ticket.</summary>
    public async Task<bool> AsksBotAsync(ConversationId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AnyAsync(conversation => conversation.Id == id && conversation.AsksBot, cancellationToken);
    }

    /// <summary>Other tickets of the same person, or of the same conversation, the newest first, at most 20.</summary>
    public async Task<ImmutableArray<Ticket>> EarlierAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.Tickets.AsNoTracking()
            .Where(other => other.Id != ticket.Id
                && (other.ConversationId == ticket.ConversationId || (ticket.PersonId != null && other.PersonId == ticket.PersonId)))
            .OrderByDescending(other => other.Number)
            .Take(20)
            .ToListAsync(cancellationToken)];
    }

    /// <summary>What happened to one ticket, in order.</summary>
    public async Task<ImmutableArray<TicketEvent>> HistoryAsync(TicketId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.TicketEvents.AsNoTracking()
            .Where(happened => happened.TicketId == id)
            .OrderBy(happened => happened.Id)
            .ToListAsync(cancellationToken)];
    }

    /// <summary>Number of the newest event of all tickets; 0 before the first.</summary>
    public async Task<long> LastEventAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TicketEvents.MaxAsync(happened => (long?)happened.Id, cancellationToken) ?? 0;
    }

    /// <summary>Events after a number with the tickets as they stand now, at most 200, in order.</summary>
    public async Task<ImmutableArray<TicketChange>> ChangesAsync(long afterEvent, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.TicketEvents.AsNoTracking()
            .Where(happened => happened.Id > afterEvent)
            .OrderBy(happened => happened.Id)
            .Take(200)
            .Join(db.Tickets.AsNoTracking(), happened => happened.TicketId, ticket => ticket.Id, (happened, ticket) => new TicketChange(happened, ticket))
            .ToListAsync(cancellationToken)];
    }

    /// <summary>How many tickets wait for the first answer of a person.</summary>
    public async Task<int> QueueLengthAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tickets.CountAsync(ticket => ticket.FirstRepliedAt == null && ticket.ClosedAt == null, cancellationToken);
    }
}

/// <summary>A page of tickets.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Where to go on; null when there is no more.</param>
public sealed record TicketPage(ImmutableArray<Ticket> Items, TicketCursor? Next);

/// <summary>What was said, for the team alone.</summary>
public sealed record Transcript(ImmutableArray<Message> Messages, ImmutableArray<Note> Notes);

/// <summary>Something that happened, and the ticket as it stands now.</summary>
public sealed record TicketChange(TicketEvent Event, Ticket Ticket);
