using Kb.Desk.Tickets;

namespace Kb.Desk.Conversations;

/// <summary>A conversation in its owner's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Last">The newest message; null before the first.</param>
/// <param name="Status">Its ticket's status; null while it has none.</param>
/// <param name="DueAt">When the next answer of a person is due; null when none is owed.</param>
/// <param name="IsWithBot">Whether the bot answers what its owner writes.</param>
/// <param name="Unread">Messages of ours that the owner has not been shown.</param>
public sealed record ConversationSummary(
    ConversationId Id,
    Message? Last,
    TicketStatus? Status,
    DateTimeOffset? DueAt,
    bool IsWithBot,
    int Unread);
