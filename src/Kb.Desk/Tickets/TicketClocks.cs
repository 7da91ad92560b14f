using Kb.Desk.Calendars;

namespace Kb.Desk.Tickets;

/// <summary>Deadlines of a ticket that opens again, or that cannot wait.</summary>
internal static class TicketClocks
{
    /// <summary>Somebody may harm themselves: the next word of a person is due at once, at any hour.</summary>
    public static void Alarm(this Ticket ticket, DateTimeOffset now)
    {
        ticket.IsAlarm = true;
        ticket.FirstReplyDueAt = ticket.FirstRepliedAt is null ? now : ticket.FirstReplyDueAt;
        ticket.NextDueAt = now;
    }

    /// <summary>Sets them as of now. The first answer is owed anew only while nobody has given one; one that was given stays measured by its own deadline.</summary>
    public static void Restart(this Ticket ticket, DateTimeOffset now, WorkingCalendar calendar)
    {
        var due = DueTimes.From(now, ticket.ServiceClass, calendar);
        ticket.ClosedAt = null;
        ticket.ResolutionDueAt = due.Resolution;
        if (ticket.FirstRepliedAt is null)
        {
            ticket.FirstReplyDueAt = due.FirstReply;
        }

        ticket.NextDueAt = ticket.FirstRepliedAt is null ? due.FirstReply : due.Resolution;
    }
}
