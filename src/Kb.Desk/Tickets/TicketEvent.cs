namespace Kb.Desk.Tickets;

/// <summary>One thing that happened to a ticket. Rows are only ever added; their ids grow over all tickets, so a reader can go on from the last it saw.</summary>
public sealed class TicketEvent
{
    /// <summary>Its place among all events of all tickets; given by the database.</summary>
    public long Id { get; init; }

    /// <summary>The ticket.</summary>
    public required TicketId TicketId { get; init; }

    /// <summary>What happened.</summary>
    public required TicketEventKind Kind { get; init; }

    /// <summary>Id of the member of staff who did it; null for the student and the bot.</summary>
    public string? ActorId { get; init; }

    /// <summary>Their name.</summary>
    public string? ActorName { get; init; }

    /// <summary>Where the ticket stood afterwards.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>The message that it is about; null for what is not a message.</summary>
    public long? Seq { get; init; }

    /// <summary>The template that an answer was made from, or the reason given for a change of status.</summary>
    public string? Detail { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What can happen to a ticket.</summary>
public enum TicketEventKind
{
    /// <summary>It was opened.</summary>
    Opened,

    /// <summary>Somebody took it.</summary>
    Claimed,

    /// <summary>Somebody answered the student.</summary>
    Replied,

    /// <summary>Somebody left a note for the team.</summary>
    Noted,

    /// <summary>The student wrote.</summary>
    StudentWrote,

    /// <summary>Its status was changed by hand.</summary>
    Moved,

    /// <summary>It was closed and is not any more.</summary>
    Reopened,

    /// <summary>It was closed.</summary>
    Closed,
}
