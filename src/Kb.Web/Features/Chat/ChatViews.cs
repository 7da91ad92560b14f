using System.Collections.Immutable;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;

namespace Kb.Web.Features.Chat;

/// <summary>A conversation that was started or found.</summary>
public sealed record ConversationView(string Id);

/// <summary>A conversation in its owner's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LastLine">The newest message, in its beginning; empty before the first.</param>
/// <param name="Status">Its ticket's status; null while it has none.</param>
/// <param name="StatusLabel">The same in Russian.</param>
/// <param name="DueAt">When the next answer of a person is due; null when none is owed.</param>
/// <param name="WithBot">Whether the bot answers what its owner writes; where it is not, people do.</param>
/// <param name="Unread">Messages that the owner has not been shown.</param>
public sealed record ConversationRow(string Id, string LastLine, string? Status, string? StatusLabel, DateTimeOffset? DueAt, bool WithBot, int Unread)
{
    private const int LastLineLength = 200;

    internal static ConversationRow From(ConversationSummary summary) => new(
        summary.Id.Value,
        summary.Last is { } last ? Shorten(MessageHtml.Words(last)) : "",
        summary.Status is { } status ? StableText<TicketStatus>.Of(status) : null,
        summary.Status?.Label(),
        summary.DueAt,
        summary.IsWithBot,
        summary.Unread);

    private static string Shorten(string text) => text.Length <= LastLineLength ? text : text[..(LastLineLength - 1)] + "…";
}

/// <summary>Where a conversation stands, as told on its stream.</summary>
public sealed record StatusView(string? Status, string? StatusLabel, DateTimeOffset? DueAt, bool WithBot)
{
    internal static StatusView From(ConversationSummary summary) => new(
        summary.Status is { } status ? StableText<TicketStatus>.Of(status) : null, summary.Status?.Label(), summary.DueAt, summary.IsWithBot);
}

/// <summary>That somebody is at work on an answer, as told on the stream.</summary>
public sealed record TypingView(string Author);

/// <summary>That a message is stored.</summary>
public sealed record MessageReceipt(string Id, long Seq, DateTimeOffset At)
{
    internal static MessageReceipt From(Message message) => new(message.Id.Value, message.Seq, message.At);
}

/// <summary>A message as everybody in the conversation sees it.</summary>
/// <param name="Seq">Its place.</param>
/// <param name="Id">Its id.</param>
/// <param name="Author">student, bot, agent or system.</param>
/// <param name="Name">The author's name; null where the author says enough.</param>
/// <param name="Text">Its words, without markup.</param>
/// <param name="Html">The same with markup, safe to show.</param>
/// <param name="At">When it was stored.</param>
/// <param name="Sources">Articles that it quotes.</param>
/// <param name="Actions">Buttons that it offers.</param>
public sealed record MessageView(
    long Seq,
    string Id,
    string Author,
    string? Name,
    string Text,
    string Html,
    DateTimeOffset At,
    ImmutableArray<MessageSource> Sources,
    ImmutableArray<MessageAction> Actions);

/// <summary>Some items of a list.</summary>
public sealed record ItemsView<T>(ImmutableArray<T> Items);
