using System.Collections.Immutable;
using Kb.Desk.Conversations;

namespace Kb.Web.Tests.Features.Chat;

/// <summary>A turn that the bot owes, as the desk would hand it out.</summary>
internal static class StudentTurn
{
    public static TurnToTake Of(string text, string? pressed, DateTimeOffset at, ImmutableArray<string> before)
    {
        var conversation = new Conversation { Id = new("c"), Site = "demo", SessionId = "s", Channel = Channel.Widget, CreatedAt = at };
        var message = new Message
        {
            Id = new("m"),
            ConversationId = conversation.Id,
            Seq = 1,
            Author = MessageAuthor.Student,
            Text = text,
            Format = TextFormat.Plain,
            PressedAction = pressed,
            At = at,
        };
        return new TurnToTake(conversation, [message], before, null, []);
    }
}
