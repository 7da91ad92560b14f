using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Desk.Tickets;

namespace Kb.Desk.Conversations;

/// <summary>What the bot made of a turn, stored as a whole.</summary>
/// <param name="Messages">Its messages, in order.</param>
/// <param name="DialogueEvents">What happened in its dialogue, as its own JSON, in order.</param>
/// <param name="Handoff">Set when a person must take over.</param>
public sealed record TurnOutcome(ImmutableArray<NewMessage> Messages, ImmutableArray<string> DialogueEvents, Handoff? Handoff);

/// <summary>A talk that passes to people.</summary>
/// <param name="Kind">What it is about; null when the bot does not know.</param>
/// <param name="Packet">What the bot knows.</param>
/// <param name="PromisedBy">By when the student was told that a person answers: the ticket's first reply is due then. Null where nothing was promised.</param>
/// <param name="IsAlarm">Whether somebody may harm themselves.</param>
public sealed record Handoff(RequestKind? Kind, HandoffPacket Packet, DateTimeOffset? PromisedBy = null, bool IsAlarm = false)
{
    /// <summary>What is wanted, in one line; null to take it from the question, empty where nobody said.</summary>
    public string? Title { get; init; }

    /// <summary>All of it in plain text, for the team of a talk that has a ticket already; null to take the question alone.</summary>
    public string? Note { get; init; }
}

/// <summary>What became of a turn.</summary>
public abstract record CompleteTurnResult
{
    private CompleteTurnResult()
    {
    }

    /// <summary>Stored.</summary>
    public sealed record Completed(TicketId? Ticket) : CompleteTurnResult;

    /// <summary>Somebody else completed it, or people took the conversation over: nothing of it was stored.</summary>
    public sealed record AlreadyDone : CompleteTurnResult;
}
