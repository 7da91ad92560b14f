using Kb.Desk.Notices;
using Kb.Desk.Storage;

namespace Kb.Desk.Conversations;

/// <summary>Writes messages down in order.</summary>
internal static class ConversationLog
{
    /// <summary>Gives the message the next number of its conversation. The write holds the only write lock, so nobody else can take it.</summary>
    public static Message Append(this DeskWrite write, Conversation conversation, NewMessage said)
    {
        var message = new Message
        {
            Id = OpaqueId.New<MessageId>(write.Now),
            ConversationId = conversation.Id,
            Seq = ++conversation.LastSeq,
            Author = said.Author,
            Name = said.Name,
            Text = said.Text,
            Format = said.Format,
            Sources = said.Sources,
            Actions = said.Actions,
            PressedAction = said.PressedAction,
            At = write.Now,
        };
        write.Db.Messages.Add(message);
        write.Announce(DeskTopic.Conversation(conversation.Id));
        return message;
    }

    /// <summary>Tells in the conversation what happened to it.</summary>
    public static Message AppendSystemLine(this DeskWrite write, Conversation conversation, string text) =>
        write.Append(conversation, new NewMessage(MessageAuthor.System, null, text, TextFormat.Plain));
}
