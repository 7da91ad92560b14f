using System.Collections.Immutable;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>What tickets say, for a search over them.</summary>
public sealed class ReadTicketTexts(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>A page of all tickets by number; empty after the last.</summary>
    /// <param name="afterNumber">Where the page before ended; 0 for the first.</param>
    /// <param name="count">Tickets of one page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<TicketText>> PageAsync(long afterNumber, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tickets = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.Number > afterNumber)
            .OrderBy(ticket => ticket.Number)
            .Take(count)
            .ToListAsync(cancellationToken);
        return await WithAnswersAsync(db, tickets, cancellationToken);
    }

    /// <summary>Tickets with what agents answered.</summary>
    public async Task<ImmutableArray<TicketText>> OfAsync(IReadOnlyCollection<Ticket> tickets, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await WithAnswersAsync(db, tickets, cancellationToken);
    }

    private static async Task<ImmutableArray<TicketText>> WithAnswersAsync(
        DeskDbContext db, IReadOnlyCollection<Ticket> tickets, CancellationToken cancellationToken)
    {
        var conversations = tickets.Select(ticket => ticket.ConversationId).Distinct().ToList();
        var answers = (await db.Messages.AsNoTracking()
                .Where(message => conversations.Contains(message.ConversationId) && message.Author == MessageAuthor.Agent)
                .OrderBy(message => message.Seq)
                .Select(message => new { message.ConversationId, message.At, message.Text })
                .ToListAsync(cancellationToken))
            .ToLookup(message => message.ConversationId);
        // What was answered before this ticket was opened belongs to an earlier one of the same talk.
        return [.. tickets.Select(ticket => new TicketText(
            ticket, [.. answers[ticket.ConversationId].Where(answer => answer.At >= ticket.CreatedAt).Select(answer => answer.Text)]))];
    }
}

/// <summary>A ticket and what agents answered in it, in order.</summary>
public sealed record TicketText(Ticket Ticket, ImmutableArray<string> Answers);
