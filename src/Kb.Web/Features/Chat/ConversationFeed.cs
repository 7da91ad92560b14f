using System.Globalization;
using Kb.Desk.Conversations;
using Kb.Desk.Notices;
using Kb.Desk.Storage;
using Kb.Web.EventStreams;
using Kb.Web.Sites.Sessions;

namespace Kb.Web.Features.Chat;

/// <summary>What a student hears of one conversation: its messages by number, and where it stands whenever that changes.</summary>
internal sealed class ConversationFeed(ReadConversations conversations, MessageHtml html)
{
    /// <summary>The stream, or null when the caller has no such conversation.</summary>
    public async Task<EventStreamResult?> OpenAsync(StudentCaller caller, ConversationId id, long after, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(caller.Owner, id, cancellationToken) is null)
        {
            return null;
        }

        var listener = new Listener(conversations, html, caller.Owner, id, after);
        return new EventStreamResult(DeskTopic.Conversation(id), listener.SendNewsAsync, caller.EndsAt);
    }

    private sealed class Listener(ReadConversations conversations, MessageHtml html, ConversationOwner owner, ConversationId id, long after)
    {
        private long _after = after;
        private StatusView? _told;
        private long _owed;

        public async Task SendNewsAsync(EventStream stream, CancellationToken cancellationToken)
        {
            // Read before the messages and told after them: «в работе» never runs ahead of the answer that made it so.
            var summary = await conversations.FindAsync(owner, id, cancellationToken);
            var seenBefore = _after;
            while (await conversations.MessagesAsync(owner, id, _after, cancellationToken) is [_, ..] messages)
            {
                foreach (var message in messages)
                {
                    await stream.SendAsync("message", message.Seq.ToString(CultureInfo.InvariantCulture), html.View(message), cancellationToken);
                    _after = message.Seq;
                }
            }

            if (summary is not null && StatusView.From(summary) is var status && status != _told)
            {
                await stream.SendAsync("status", id: null, status, cancellationToken);
                _told = status;
            }

            // A short line may wait some seconds for the next one: somebody is there, and reads.
            if (summary is { IsWithBot: true, Last: { Author: MessageAuthor.Student, Seq: var last } } && last > _owed)
            {
                _owed = last;
                await stream.SendAsync("typing", id: null, new TypingView(StableText<MessageAuthor>.Of(MessageAuthor.Bot)), cancellationToken);
            }

            if (_after > seenBefore)
            {
                await conversations.TryMarkSeenAsync(owner, id, _after, cancellationToken);
            }
        }
    }
}
