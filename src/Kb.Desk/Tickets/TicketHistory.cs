using Kb.Desk.Conversations;
using Kb.Desk.Notices;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>Finds tickets inside a write and writes down what happens to them.</summary>
internal static class TicketHistory
{
    /// <summary>The conversation's newest ticket; older ones are history.</summary>
    public static Task<Ticket?> LatestOf(this IQueryable<Ticket> tickets, ConversationId id, CancellationToken cancellationToken) =>
        tickets.Where(ticket => ticket.ConversationId == id)
            .OrderByDescending(ticket => ticket.Number)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Notes what has just happened, and tells all who watch.</summary>
    public static void Record(this DeskWrite write, Ticket ticket, TicketEventKind kind, StaffMember? actor, long? seq = null, string? detail = null)
    {
        write.Db.TicketEvents.Add(new TicketEvent
        {
            TicketId = ticket.Id,
            Kind = kind,
            ActorId = actor?.Id,
            ActorName = actor?.Name,
            Status = ticket.Status,
            Seq = seq,
            Detail = detail,
            At = write.Now,
        });
        if (kind != TicketEventKind.Opened)
        {
            ticket.Version++;
        }

        write.Announce(DeskTopic.Tickets);
        write.Announce(DeskTopic.Conversation(ticket.ConversationId));
    }

    /// <summary>Remembers who spoke last.</summary>
    public static void HasSpoken(this Ticket ticket, Message message)
    {
        ticket.LastAuthor = message.Author;
        ticket.LastAt = message.At;
    }
}
