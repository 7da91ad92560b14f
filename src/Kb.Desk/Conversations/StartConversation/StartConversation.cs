using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>What a request for a conversation came to.</summary>
public abstract record StartConversationResult(ConversationId Id)
{
    /// <summary>A new one.</summary>
    public sealed record Started(ConversationId Id) : StartConversationResult(Id);

    /// <summary>Theirs that is still open.</summary>
    public sealed record Continued(ConversationId Id) : StartConversationResult(Id);
}

/// <summary>
/// Gives a person their one open conversation, or a new one. A conversation stays open until its last ticket has been closed for
/// <see cref="TicketJoin.ReopenWithin"/>: till then whatever they write belongs to that ticket, unless they turn to the bot.
/// </summary>
public static class StartConversation
{
    /// <summary>Finds or starts it.</summary>
    public static async Task<StartConversationResult> HandleAsync(DeskWrite write, ConversationOwner owner, CancellationToken cancellationToken)
    {
        var latest = await write.Db.Conversations.AsNoTracking()
            .Where(owner.Owns)
            .OrderByDescending(conversation => conversation.CreatedAt)
            .ThenByDescending(conversation => conversation.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (latest is not null)
        {
            var ticket = await write.Db.Tickets.LatestOf(latest.Id, cancellationToken);
            if (ticket is null || TicketJoin.Decide(ticket.ClosedAt, write.Now) != TicketJoin.Outcome.Past)
            {
                return new StartConversationResult.Continued(latest.Id);
            }
        }

        var started = new Conversation
        {
            Id = OpaqueId.New<ConversationId>(write.Now),
            Site = owner.Site,
            PersonId = (owner as ConversationOwner.Verified)?.PersonId,
            SessionId = (owner as ConversationOwner.Anonymous)?.SessionId,
            Channel = Channel.Widget,
            CreatedAt = write.Now,
        };
        write.Db.Conversations.Add(started);
        return new StartConversationResult.Started(started.Id);
    }
}
