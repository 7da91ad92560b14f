namespace Kb.Desk.Conversations;

/// <summary>
/// What the team tells itself beside a conversation. It has its own table and its own numbers, so that no query, stream or
/// gap in the student's numbering can give it away.
/// </summary>
public sealed class Note
{
    /// <summary>The conversation that it stands beside.</summary>
    public required ConversationId ConversationId { get; init; }

    /// <summary>1, 2, 3… among the notes of this conversation.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The newest message when it was written: the note is shown right after it.</summary>
    public required long AfterSeq { get; init; }

    /// <summary>Id of the member of staff who wrote it, or «bot».</summary>
    public required string AuthorId { get; init; }

    /// <summary>Their name.</summary>
    public required string AuthorName { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset At { get; init; }
}
