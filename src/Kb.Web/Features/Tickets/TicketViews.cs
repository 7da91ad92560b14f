using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kb.Content.Register;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Kb.Web.Features.Chat;
using Kb.Web.Features.Search;
using Kb.Web.Features.Tickets.Similar;

namespace Kb.Web.Features.Tickets;

/// <summary>Somebody by id and name; the id is null for somebody whom nobody vouched for.</summary>
public sealed record WhoView(string? Id, string Name);

/// <summary>Deadlines; null for a clock that does not run.</summary>
public sealed record DueView(DateTimeOffset? FirstReply, DateTimeOffset? NextReply, DateTimeOffset? Resolution);

/// <summary>A ticket in a list.</summary>
public record TicketRow(
    string Id,
    long Number,
    string ConversationId,
    string Status,
    string StatusLabel,
    string? Type,
    string? Kind,
    string? KindLabel,
    int Line,
    string ServiceClass,
    WhoView? Assignee,
    WhoView Person,
    string Title,
    string LastAuthor,
    DateTimeOffset LastAt,
    DateTimeOffset CreatedAt,
    DueView Due,
    bool IsAlarm,
    int Version)
{
    /// <summary>What stands for the name of somebody whom no site vouches for.</summary>
    internal const string Unknown = "Личность не подтверждена";

    internal static TicketRow From(Ticket ticket, RequestRegister register) => new(
        ticket.Id.Value,
        ticket.Number,
        ticket.ConversationId.Value,
        StableText<TicketStatus>.Of(ticket.Status),
        ticket.Status.Label(),
        ticket.Type,
        ticket.Kind?.Value,
        ticket.Kind is { } kind && register.Kinds.TryGetValue(kind, out var known) ? known.Name : null,
        ticket.Line,
        StableText<ServiceClass>.Of(ticket.ServiceClass),
        ticket.AssigneeId is null ? null : new WhoView(ticket.AssigneeId, ticket.AssigneeName ?? ""),
        new WhoView(ticket.PersonId?.Value, ticket.PersonName ?? Unknown),
        ticket.Title,
        StableText<MessageAuthor>.Of(ticket.LastAuthor),
        ticket.LastAt,
        ticket.CreatedAt,
        new DueView(
            ticket.FirstRepliedAt is null && ticket.ClosedAt is null ? ticket.FirstReplyDueAt : null,
            null,
            ticket.ClosedAt is null ? ticket.ResolutionDueAt : null),
        ticket.IsAlarm && ticket.ClosedAt is null,
        ticket.Version);
}

/// <summary>A page of tickets.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record TicketListView(ImmutableArray<TicketRow> Items, string? Next);

/// <summary>A message or a note, as the team sees it.</summary>
/// <param name="Seq">The message's place; null for a note.</param>
/// <param name="Internal">Whether only the team sees it.</param>
/// <param name="Author">student, bot, agent or system.</param>
/// <param name="Name">The author's name.</param>
/// <param name="Text">As written.</param>
/// <param name="Html">Safe to show.</param>
/// <param name="At">When it was stored.</param>
/// <param name="Sources">Articles that it quotes.</param>
public sealed record TranscriptLine(
    long? Seq, bool Internal, string Author, string? Name, string Text, string Html, DateTimeOffset At, ImmutableArray<MessageSource> Sources)
{
    internal static TranscriptLine From(MessageView message) =>
        new(message.Seq, false, message.Author, message.Name, message.Text, message.Html, message.At,
            [.. message.Sources.Select(source => source with { Url = SearchEndpoints.ArticleAddress(source.Id) })]);

    internal static TranscriptLine From(Note note) =>
        new(null, true, StableText<MessageAuthor>.Of(MessageAuthor.Agent), note.AuthorName, note.Text, MessageHtml.OfPlain(note.Text), note.At, []);
}

/// <summary>A status that a person may set.</summary>
/// <param name="To">Its key.</param>
/// <param name="Label">Its label.</param>
/// <param name="Missing">Fields that must be filled before.</param>
public sealed record TransitionView(string To, string Label, ImmutableArray<string> Missing);

/// <summary>What the bot passed on.</summary>
/// <param name="Question">In the student's words.</param>
/// <param name="Reason">The bot's stable word for why; null when an agent wrote the ticket down.</param>
/// <param name="Shown">Articles that it quoted.</param>
/// <param name="Rejected">Those of them that did not help.</param>
/// <param name="Considered">Articles that it found and did not quote, the likeliest first.</param>
/// <param name="Fields">What it asked already.</param>
public sealed record HandoffView(
    string Question, string? Reason, ImmutableArray<ArticleLink> Shown, ImmutableArray<ArticleLink> Rejected, ImmutableArray<ArticleLink> Considered, ImmutableArray<PacketField> Fields);

/// <summary>An article to open.</summary>
public sealed record ArticleLink(string Id, string Title, string Url);

/// <summary>What might help with a ticket.</summary>
/// <param name="Articles">Articles for the question.</param>
/// <param name="Templates">Replies that fit now, the likeliest first.</param>
/// <param name="Tickets">Other people's tickets about the same, solved ones first.</param>
/// <param name="OtherTemplates">Replies that do not fit: for the page, where any may be wanted.</param>
public sealed record SuggestionsView(
    ImmutableArray<ArticleLink> Articles,
    ImmutableArray<TemplateView> Templates,
    ImmutableArray<SimilarTicketView> Tickets,
    [property: JsonIgnore] ImmutableArray<TemplateView> OtherTemplates);

/// <summary>A prepared reply with the values of a ticket.</summary>
/// <param name="Id">Its id in search; goes back as <c>templateId</c> of the reply.</param>
/// <param name="Title">What agents see.</param>
/// <param name="GroupLabel">What it is said for.</param>
/// <param name="Text">Ready to send, unless something is missing.</param>
/// <param name="Missing">Variables that have no value and stand in the text as written; a reply with them is refused.</param>
/// <param name="Url">Where the staff reads it.</param>
public sealed record TemplateView(string Id, string Title, string GroupLabel, string Text, ImmutableArray<string> Missing, string Url);

/// <summary>What to do with a ticket at its present status.</summary>
/// <param name="Id">The regulation.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Key of the status.</param>
/// <param name="StatusLabel">Its label.</param>
/// <param name="Html">Safe to show; headings begin at the third level.</param>
/// <param name="Text">The same without markup.</param>
public sealed record RegulationView(string Id, string Title, string Status, string StatusLabel, string Html, string Text);

/// <summary>A ticket in full: its row, and what an agent needs beside it. <c>AsksBot</c>: what the student writes now is for the bot, until an agent replies or the bot hands over.</summary>
public sealed record TicketDetails(
    [property: JsonIgnore] TicketRow Row,
    ImmutableArray<TranscriptLine> Messages,
    HandoffView Handoff,
    ImmutableArray<TicketRow> Earlier,
    SuggestionsView Suggestions,
    RegulationView? Regulation,
    ImmutableArray<TransitionView> Transitions,
    bool AsksBot) : TicketRow(Row);
