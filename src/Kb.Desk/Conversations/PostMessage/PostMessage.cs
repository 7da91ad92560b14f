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
/// one opens again), any other waits for the bot. So does what is said after <see cref="BotAction"/>, for a while.
/// </summary>
/// <param name="hear">Gives people what is said to them.</param>
public sealed class PostMessage(HearStudent hear)
{
    /// <summary>The button that is always there: «Передать оператору».</summary>
    public const string OperatorAction = "operator";

    /// <summary>The other one, for those whose talk people have: «Спросить бота».</summary>
    public const string BotAction = "bot";

    /// <summary>How far back a button may stand: what is further up has long been answered.</summary>
    private const int MessagesWithButtons = 5;

    private const string OperatorLabel = "Передать оператору";
    private const string BotLabel = "Спросить бота";

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
    /// <param name="action">Id of a button that a message of this conversation offered, <see cref="OperatorAction"/> or <see cref="BotAction"/>.</param>
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

        return action switch
        {
            OperatorAction => OperatorLabel,
            BotAction => BotLabel,
            _ => null,
        };
    }

    private async Task<PostMessageResult> StoreAsync(
        DeskWrite write, Conversation conversation, NewMessage said, CancellationToken cancellationToken)
    {
        var message = write.Append(conversation, said);
        var ticket = await write.Db.Tickets.LatestOf(conversation.Id, cancellationToken);
        conversation.AsksBot |= ticket is not null && said.PressedAction == BotAction;
        if (ticket is not null && hear.IsForPeople(conversation, ticket, message, write.Now))
        {
            await HearAsync(write, conversation, ticket, message, cancellationToken);
        }
        else
        {
            write.Db.PendingTurns.Add(new PendingTurn { ConversationId = conversation.Id, Seq = message.Seq, At = write.Now });
            write.Announce(DeskTopic.PendingTurns);
        }

        return new PostMessageResult.Posted(message);
    }

    private async Task HearAsync(DeskWrite write, Conversation conversation, Ticket ticket, Message message, CancellationToken cancellationToken)
    {
        var wasClosed = ticket.ClosedAt is not null;
        hear.Hear(write, conversation, ticket, message);
        if (!wasClosed)
        {
            await TellButtonsAreOffAsync(write, conversation, message, cancellationToken);
        }
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
}
