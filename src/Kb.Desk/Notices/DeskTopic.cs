using Kb.Desk.Conversations;

namespace Kb.Desk.Notices;

/// <summary>Something that can be watched.</summary>
public abstract record DeskTopic
{
    private DeskTopic()
    {
    }

    /// <summary>Any ticket: a new one, or a change that its row shows.</summary>
    public static DeskTopic Tickets { get; } = new AllTickets();

    /// <summary>Messages that wait for the bot.</summary>
    public static DeskTopic PendingTurns { get; } = new AllPendingTurns();

    /// <summary>One conversation: its messages, its notes, its ticket.</summary>
    public static DeskTopic Conversation(ConversationId id) => new OneConversation(id);

    private sealed record AllTickets : DeskTopic;

    private sealed record AllPendingTurns : DeskTopic;

    private sealed record OneConversation(ConversationId Id) : DeskTopic;
}
