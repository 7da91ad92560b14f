using System.Collections.Immutable;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>What the owner of a conversation may read: their own, and of it the messages and the status. Notes are out of reach here.</summary>
public sealed class ReadConversations(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, TimeProvider time)
{
    /// <summary>The most messages that one reading gives.</summary>
    public const int PageSize = 100;

    /// <summary>Their conversations, the newest first.</summary>
    public async Task<ImmutableArray<ConversationSummary>> ListAsync(ConversationOwner owner, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var conversations = await db.Conversations.AsNoTracking()
            .Where(owner.Owns)
            .OrderByDescending(conversation => conversation.CreatedAt)
            .Take(50)
            .ToListAsync(cancellationToken);
        var list = ImmutableArray.CreateBuilder<ConversationSummary>(conversations.Count);
        foreach (var conversation in conversations)
        {
            list.Add(await SummariseAsync(db, conversation, cancellationToken));
        }

        return list.MoveToImmutable();
    }

    /// <summary>One of their conversations; null when they have no such.</summary>
    public async Task<ConversationSummary?> FindAsync(ConversationOwner owner, ConversationId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AsNoTracking().Where(owner.Owns)
            .SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is { } conversation
                ? await SummariseAsync(db, conversation, cancellationToken)
                : null;
    }

    /// <summary>Messages after a number, in order, at most <see cref="PageSize"/>; null when they have no such conversation.</summary>
    public async Task<ImmutableArray<Message>?> MessagesAsync(
        ConversationOwner owner, ConversationId id, long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Conversations.Where(owner.Owns).AnyAsync(known => known.Id == id, cancellationToken))
        {
            return null;
        }

        return [.. await db.Messages.AsNoTracking()
            .Where(message => message.ConversationId == id && message.Seq > after)
            .OrderBy(message => message.Seq)
            .Take(PageSize)
            .ToListAsync(cancellationToken)];
    }

    /// <summary>
    /// Remembers that the owner has been shown everything up to a number, if storage takes it: whoever reads must not be kept from
    /// reading by a mark of what was read.
    /// </summary>
    public async Task TryMarkSeenAsync(ConversationOwner owner, ConversationId id, long seq, CancellationToken cancellationToken)
    {
        try
        {
            await MarkSeenAsync(owner, id, seq, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            // The next reading marks it.
        }
    }

    private async Task MarkSeenAsync(ConversationOwner owner, ConversationId id, long seq, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var unseen = db.Conversations.Where(owner.Owns).Where(known => known.Id == id && known.SeenSeq < seq && known.LastSeq >= seq);
        if (await unseen.AnyAsync(cancellationToken))
        {
            await writer.WriteAsync(
                (write, token) => write.Db.Conversations.Where(owner.Owns)
                    .Where(known => known.Id == id && known.SeenSeq < seq)
                    .ExecuteUpdateAsync(set => set.SetProperty(known => known.SeenSeq, seq), token),
                cancellationToken);
        }
    }

    private async Task<ConversationSummary> SummariseAsync(DeskDbContext db, Conversation conversation, CancellationToken cancellationToken)
    {
        var last = await db.Messages.AsNoTracking().SingleOrDefaultAsync(
            message => message.ConversationId == conversation.Id && message.Seq == conversation.LastSeq, cancellationToken);
        var unread = await db.Messages.CountAsync(
            message => message.ConversationId == conversation.Id && message.Seq > conversation.SeenSeq && message.Author != MessageAuthor.Student,
            cancellationToken);
        var ticket = await db.Tickets.AsNoTracking().LatestOf(conversation.Id, cancellationToken);
        var current = ticket is not null && TicketJoin.Decide(ticket.ClosedAt, time.GetUtcNow()) == TicketJoin.Outcome.Past ? null : ticket;
        return new ConversationSummary(
            conversation.Id,
            last,
            current?.Status,
            // An alarm is due at once, which was promised to nobody: «отвечаем дольше обещанного» would be no comfort.
            current is { ClosedAt: null, IsAlarm: false } ? current.NextDueAt : null,
            current is null || conversation.AsksBot,
            unread);
    }
}
