namespace Kb.Desk.Conversations;

/// <summary>
/// A student's message that the bot still owes an answer to. It is stored with the message and removed with the answer, in one
/// transaction each: whenever the process dies, the answer is neither lost nor given twice.
/// </summary>
public sealed class PendingTurn
{
    /// <summary>The conversation.</summary>
    public required ConversationId ConversationId { get; init; }

    /// <summary>The message to answer.</summary>
    public required long Seq { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Something that happened in the bot's dialogue. The desk keeps it in order, gives it back, and never looks inside.</summary>
public sealed class DialogueEvent
{
    /// <summary>The conversation.</summary>
    public required ConversationId ConversationId { get; init; }

    /// <summary>1, 2, 3… within the conversation.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The bot's own JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset At { get; init; }
}
