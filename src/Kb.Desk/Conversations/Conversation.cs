using Kb.Desk.People;
using Kb.Desk.Storage;

namespace Kb.Desk.Conversations;

/// <summary>Id of a conversation.</summary>
public readonly record struct ConversationId(string Value) : IOpaqueId<ConversationId>
{
    /// <inheritdoc/>
    public static ConversationId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// Everything that one person and we said to each other, in one order. It belongs to a person, or to a session that nobody
/// vouched for, or (when an agent wrote a request down) to neither.
/// </summary>
public sealed class Conversation
{
    /// <summary>Its id.</summary>
    public required ConversationId Id { get; init; }

    /// <summary>The site where it began; null when an agent wrote the request down.</summary>
    public string? Site { get; init; }

    /// <summary>Its owner, when a site vouched for them.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>The session that owns it, when nobody vouched for the person.</summary>
    public string? SessionId { get; init; }

    /// <summary>The way it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Number of the newest message; 0 before the first. Grows only inside a write, so no number is given twice.</summary>
    public long LastSeq { get; internal set; }

    /// <summary>The newest message that its owner has been shown.</summary>
    public long SeenSeq { get; internal set; }

    /// <summary>
    /// Whether its owner has turned to the bot («Спросить бота») though a ticket would take their words: until the bot hands over again, or
    /// somebody of the team answers.
    /// </summary>
    public bool AsksBot { get; internal set; }
}

/// <summary>The way a conversation came.</summary>
public enum Channel
{
    /// <summary>The chat on the site's pages.</summary>
    Widget,

    /// <summary>Written down by an agent.</summary>
    Desk,
}
