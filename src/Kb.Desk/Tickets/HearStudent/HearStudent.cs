using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;

namespace Kb.Desk.Tickets;

/// <summary>What a student says to the people who own the conversation: it joins their ticket, and opens a closed one again.</summary>
/// <param name="calendar">When the team works.</param>
/// <param name="comfort">Hears a cry for help where the bot is silent.</param>
/// <param name="farewell">Knows a last word when it hears one.</param>
public sealed class HearStudent(WorkingCalendar calendar, Comfort comfort, Farewell farewell)
{
    /// <summary>Whether the message is said to people. Any other is the bot's: a last word to a closed ticket too, and all words of a student who turned to the bot.</summary>
    /// <param name="conversation">Where it is said.</param>
    /// <param name="ticket">Its newest ticket; null when it has none.</param>
    /// <param name="message">What is said.</param>
    /// <param name="now">When this is asked.</param>
    public bool IsForPeople(Conversation conversation, Ticket ticket, Message message, DateTimeOffset now) =>
        !conversation.AsksBot && TicketJoin.Decide(ticket.ClosedAt, now) switch
        {
            TicketJoin.Outcome.Joins => true,
            TicketJoin.Outcome.Reopens => !farewell(message.Text),
            _ => false,
        };

    /// <summary>Hands the message to the ticket. Nobody who may harm themselves waits in silence until it is their turn: said once; the team sees the alarm until the ticket is closed.</summary>
    public void Hear(DeskWrite write, Conversation conversation, Ticket ticket, Message message)
    {
        Join(write, conversation, ticket, message);
        if (!ticket.IsAlarm && message.PressedAction is null && comfort(message.Text) is { } words)
        {
            ticket.Alarm(write.Now);
            write.Append(conversation, new NewMessage(MessageAuthor.Bot, null, words, TextFormat.Markdown));
        }
    }

    /// <summary>The same for a message that has been answered already, for the ticket to go on from.</summary>
    public void Join(DeskWrite write, Conversation conversation, Ticket ticket, Message message)
    {
        ticket.HasSpoken(message);
        if (ticket.ClosedAt is null)
        {
            write.Record(ticket, TicketEventKind.StudentWrote, null, message.Seq);
            return;
        }

        // Whoever answered before goes on; without them it waits in the queue like a new one.
        ticket.Status = ticket.AssigneeId is null ? TicketStatus.Open : TicketStatus.InProgress;
        ticket.Restart(write.Now, calendar);
        write.Record(ticket, TicketEventKind.Reopened, null, message.Seq);
        write.AppendSystemLine(conversation, SystemLines.Reopened);
    }
}
