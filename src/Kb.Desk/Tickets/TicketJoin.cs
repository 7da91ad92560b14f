namespace Kb.Desk.Tickets;

/// <summary>Where a student's message goes when its conversation has had a ticket.</summary>
public static class TicketJoin
{
    /// <summary>How long after closing a ticket still takes its student's messages.</summary>
    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(14);

    /// <summary>Where it goes.</summary>
    public enum Outcome
    {
        /// <summary>Into the open ticket.</summary>
        Joins,

        /// <summary>Into the closed ticket, which opens again.</summary>
        Reopens,

        /// <summary>To the bot: the ticket is history. Should a person be needed, a new ticket follows in the same conversation.</summary>
        Past,
    }

    /// <summary>Decides it.</summary>
    /// <param name="closedAt">When the ticket was closed; null while it is open.</param>
    /// <param name="now">When the student writes.</param>
    public static Outcome Decide(DateTimeOffset? closedAt, DateTimeOffset now) => closedAt switch
    {
        null => Outcome.Joins,
        { } closed when now - closed <= ReopenWithin => Outcome.Reopens,
        _ => Outcome.Past,
    };
}
