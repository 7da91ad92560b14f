using Kb.Desk.Calendars;
using Kb.Desk.Notices;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>What became of a student's message.</summary>
public abstract record PostMessageResult
{
    private PostMessageResult()
    {
    }

    /// <summary>It is in the conversation.</summary>
    public sealed record Posted(Message Message) : PostMessageResult;

    /// <summary>They have no such conversation.</summary>
    public sealed record NotFound : PostMessageResult;

    /// <summary>Nobody offered them this button.</summary>
    public sealed record NotOffered : PostMessageResult;
}

/// <summary>
/// Stores what a student says, and whose turn it is then: a message of a conversation that people own joins its ticket (a closed
/// one opens again), any other waits for the bot.
/// </summary>
/// <param name="calendar">When the team works.</param>
/// <param name="comfort">Hears a cry for help where the bot is silent, because people own the conversation.</param>
/// <param name="farewell">Knows a last word when it hears one.</param>
public sealed class PostMessage(WorkingCalendar calendar, Comfort comfort, Farewell farewell)
{
    /// <summary>The button that is always there: «Передать оператору».</summary>
    public const string OperatorAction = "operator";

    /// <summary>How far back a button may stand: what is further up has long been answered.</summary>
    private const int MessagesWithButtons = 5;

    private const string OperatorLabel = "Передать оператору";

    /// <summary>Stores a typed message.</summary>
    /// <param name="write">The running write.</param>
    /// <param name="owner">Who writes.</param>
    /// <param name="id">Where.</param>
    /// <param name="text">A text that <see cref="MessageText.Read"/> accepted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PostMessageResult> HandleAsync(
        DeskWrite write, ConversationOwner owner, ConversationId id, MessageText.Accepted text, CancellationToken cancellationToken) =>
        await FindAsync(write, owner, id, cancellationToken) is { } conversation
            ? await StoreAsync(write, conversation, Said(text.Text, null), cancellationToken)
            : new PostMessageResult.NotFound();

    /// <summary>Stores the press of a button, which reads as if its label had been typed.</summary>
    /// <param name="write">The running write.</param>
    /// <param name="owner">Who presses.</param>
    /// <param name="id">Where.</param>
    /// <param name="action">Id of a button that a message of this conversation offered, or <see cref="OperatorAction"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PostMessageResult> PressAsync(
        DeskWrite write, ConversationOwner owner, ConversationId id, string action, CancellationToken cancellationToken)
    {
        if (await FindAsync(write, owner, id, cancellationToken) is not { } conversation)
        {
            return new PostMessageResult.NotFound();
        }

        return await LabelAsync(write, id, action, cancellationToken) is { } label
            ? await StoreAsync(write, conversation, Said(label, action), cancellationToken)
            : new PostMessageResult.NotOffered();
    }

    private static NewMessage Said(string text, string? pressed) =>
        new(MessageAuthor.Student, null, text, TextFormat.Plain) { PressedAction = pressed };

    private static Task<Conversation?> FindAsync(
        DeskWrite write, ConversationOwner owner, ConversationId id, CancellationToken cancellationToken) =>
        write.Db.Conversations.Where(owner.Owns).SingleOrDefaultAsync(conversation => conversation.Id == id, cancellationToken);

    private static async Task<string?> LabelAsync(
        DeskWrite write, ConversationId id, string action, CancellationToken cancellationToken)
    {
        // Buttons live in the bot's messages; the newest offer of an id is the one on the screen.
        var offers = write.Db.Messages.AsNoTracking()
            .Where(message => message.ConversationId == id && message.Author == MessageAuthor.Bot)
            .OrderByDescending(message => message.Seq)
            .Take(MessagesWithButtons)
            .Select(message => message.Actions)
            .AsAsyncEnumerable();
        await foreach (var offered in offers.WithCancellation(cancellationToken))
        {
            if (offered.FirstOrDefault(button => button.Id == action) is { } button)
            {
                return button.Label;
            }
        }

        return action == OperatorAction ? OperatorLabel : null;
    }

    private async Task<PostMessageResult> StoreAsync(
        DeskWrite write, Conversation conversation, NewMessage said, CancellationToken cancellationToken)
    {
        var message = write.Append(conversation, said);
        var ticket = await write.Db.Tickets.LatestOf(conversation.Id, cancellationToken);
        switch (ticket is null ? TicketJoin.Outcome.Past : TicketJoin.Decide(ticket.ClosedAt, write.Now))
        {
            case TicketJoin.Outcome.Joins:
                ticket!.HasSpoken(message);
                Hear(write, conversation, ticket!, message);
                write.Record(ticket!, TicketEventKind.StudentWrote, null, message.Seq);
                await TellButtonsAreOffAsync(write, conversation, message, cancellationToken);
                break;
            case TicketJoin.Outcome.Reopens when !farewell(message.Text):
                Reopen(write, conversation, ticket!, message);
                break;
            default:
                write.Db.PendingTurns.Add(new PendingTurn { ConversationId = conversation.Id, Seq = message.Seq, At = write.Now });
                write.Announce(DeskTopic.PendingTurns);
                break;
        }

        return new PostMessageResult.Posted(message);
    }

    /// <summary>The bot is silent and no person reacts to a button: without a word the student would press on. Said once in a row.</summary>
    private static async Task TellButtonsAreOffAsync(DeskWrite write, Conversation conversation, Message pressed, CancellationToken cancellationToken)
    {
        var isSaid = pressed.PressedAction is null || await write.Db.Messages.AnyAsync(
            message => message.ConversationId == conversation.Id && message.Seq == pressed.Seq - 1 && message.Text == SystemLines.ButtonsAreOff, cancellationToken);
        if (!isSaid)
        {
            write.AppendSystemLine(conversation, SystemLines.ButtonsAreOff);
        }
    }

    /// <summary>Nobody who may harm themselves waits in silence until it is their turn. Said once; the team sees the alarm until the ticket is closed.</summary>
    private void Hear(DeskWrite write, Conversation conversation, Ticket ticket, Message message)
    {
        if (!ticket.IsAlarm && message.PressedAction is null && comfort(message.Text) is { } words)
        {
            ticket.Alarm(write.Now);
            write.Append(conversation, new NewMessage(MessageAuthor.Bot, null, words, TextFormat.Markdown));
        }
    }

    private void Reopen(DeskWrite write, Conversation conversation, Ticket ticket, Message message)
    {
        // Whoever answered before goes on; without them it waits in the queue like a new one.
        ticket.Status = ticket.AssigneeId is null ? TicketStatus.Open : TicketStatus.InProgress;
        ticket.Restart(write.Now, calendar);
        ticket.HasSpoken(message);
        Hear(write, conversation, ticket, message);
        write.Record(ticket, TicketEventKind.Reopened, null, message.Seq);
        write.AppendSystemLine(conversation, SystemLines.Reopened);
    }
}
