using System.Collections.Immutable;
using Kb.Desk.Storage;

namespace Kb.Desk.Conversations;

/// <summary>Id of a message.</summary>
public readonly record struct MessageId(string Value) : IOpaqueId<MessageId>
{
    /// <inheritdoc/>
    public static MessageId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One message that the student may see. Never changes once stored. What only the team may see is a <see cref="Note"/>, in another table.</summary>
public sealed class Message
{
    /// <summary>Its id.</summary>
    public required MessageId Id { get; init; }

    /// <summary>The conversation it belongs to.</summary>
    public required ConversationId ConversationId { get; init; }

    /// <summary>Its place: 1, 2, 3… within the conversation, given by the server.</summary>
    public required long Seq { get; init; }

    /// <summary>Who wrote it.</summary>
    public required MessageAuthor Author { get; init; }

    /// <summary>The author's name, as the student sees it; null where the author says enough.</summary>
    public string? Name { get; init; }

    /// <summary>The text, in <see cref="Format"/>.</summary>
    public required string Text { get; init; }

    /// <summary>How to read <see cref="Text"/>.</summary>
    public required TextFormat Format { get; init; }

    /// <summary>Articles that the text was quoted from.</summary>
    public ImmutableArray<MessageSource> Sources { get; init; } = [];

    /// <summary>Buttons offered with it.</summary>
    public ImmutableArray<MessageAction> Actions { get; init; } = [];

    /// <summary>The button that the student pressed, when the message is a press and not typed.</summary>
    public string? PressedAction { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A message before it has a place in a conversation.</summary>
public sealed record NewMessage(MessageAuthor Author, string? Name, string Text, TextFormat Format)
{
    /// <summary>Articles that the text was quoted from.</summary>
    public ImmutableArray<MessageSource> Sources { get; init; } = [];

    /// <summary>Buttons offered with it.</summary>
    public ImmutableArray<MessageAction> Actions { get; init; } = [];

    /// <summary>The button that it is a press of.</summary>
    public string? PressedAction { get; init; }
}

/// <summary>An article that a message quotes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title when it was quoted.</param>
/// <param name="Url">Where its reader may open it; null when they have no page of it.</param>
/// <param name="VerifiedOn">When its content was last checked.</param>
public sealed record MessageSource(string Id, string Title, string? Url, DateOnly VerifiedOn);

/// <summary>A button: its stable id and its Russian label.</summary>
public sealed record MessageAction(string Id, string Label);

/// <summary>Who wrote a message.</summary>
public enum MessageAuthor
{
    /// <summary>The person who asks.</summary>
    Student,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>Somebody of the team.</summary>
    Agent,

    /// <summary>Nobody: it tells what happened.</summary>
    System,
}

/// <summary>How to read a text.</summary>
public enum TextFormat
{
    /// <summary>As typed; line breaks count.</summary>
    Plain,

    /// <summary>Markdown of the base.</summary>
    Markdown,
}
