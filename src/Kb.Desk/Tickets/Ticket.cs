using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Desk.Conversations;
using Kb.Desk.People;
using Kb.Desk.Storage;

namespace Kb.Desk.Tickets;

/// <summary>Id of a ticket.</summary>
public readonly record struct TicketId(string Value) : IOpaqueId<TicketId>
{
    /// <inheritdoc/>
    public static TicketId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A conversation that people own. Its transcript is the conversation itself; what happened to it is in <see cref="TicketEvent"/>s.</summary>
public sealed class Ticket
{
    /// <summary>Its id.</summary>
    public required TicketId Id { get; init; }

    /// <summary>The number that people say aloud: 1, 2, 3…</summary>
    public required long Number { get; init; }

    /// <summary>Its transcript.</summary>
    public required ConversationId ConversationId { get; init; }

    /// <summary>Where it stands.</summary>
    public required TicketStatus Status { get; set; }

    /// <summary>Id of the register's type; null until somebody knows.</summary>
    public string? Type { get; init; }

    /// <summary>The register's kind; null until somebody knows.</summary>
    public KindId? Kind { get; init; }

    /// <summary>Support line: 1, 2 or 3.</summary>
    public required int Line { get; init; }

    /// <summary>How soon it must be resolved.</summary>
    public required ServiceClass ServiceClass { get; init; }

    /// <summary>Whether somebody may harm themselves: before everything else in every queue until it is closed.</summary>
    public bool IsAlarm { get; set; }

    /// <summary>Id of the member of staff who answers for it; null while nobody does.</summary>
    public string? AssigneeId { get; set; }

    /// <summary>Their name when they took it.</summary>
    public string? AssigneeName { get; set; }

    /// <summary>Who asks; null when nobody vouched for them.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>What to call the person who asks; null when unknown.</summary>
    public string? PersonName { get; init; }

    /// <summary>The question in one line.</summary>
    public required string Title { get; init; }

    /// <summary>What the bot passes on, so that nobody asks twice.</summary>
    public required HandoffPacket Handoff { get; init; }

    /// <summary>Who spoke last.</summary>
    public required MessageAuthor LastAuthor { get; set; }

    /// <summary>When they did.</summary>
    public required DateTimeOffset LastAt { get; set; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the first answer of a person is due.</summary>
    public required DateTimeOffset FirstReplyDueAt { get; set; }

    /// <summary>When a person first answered; null while nobody has.</summary>
    public DateTimeOffset? FirstRepliedAt { get; set; }

    /// <summary>When it must be resolved.</summary>
    public required DateTimeOffset ResolutionDueAt { get; set; }

    /// <summary>The nearest of the deadlines that still run; orders the queue.</summary>
    public required DateTimeOffset NextDueAt { get; set; }

    /// <summary>When it was closed; null while it is not.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Grows with every change: what a stale view is recognised by.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What the bot knows when it hands a talk over.</summary>
/// <param name="Question">What the student asked, in their words.</param>
/// <param name="ShownArticles">Ids of the articles that they were shown.</param>
/// <param name="RejectedArticles">Ids of those that did not help.</param>
/// <param name="Reason">The bot's stable word for why; null when an agent wrote the ticket down.</param>
public sealed record HandoffPacket(
    string Question,
    ImmutableArray<string> ShownArticles,
    ImmutableArray<string> RejectedArticles,
    string? Reason)
{
    /// <summary>What the kind needs and the bot has asked already, in the order of asking. Empty in tickets of older versions.</summary>
    public ImmutableArray<PacketField> Fields { get; init; } = [];

    /// <summary>Ids of articles that the bot found for the question and did not show. Empty in tickets of older versions.</summary>
    public ImmutableArray<string> ConsideredArticles { get; init; } = [];
}

/// <summary>A field of a request that the bot filled in.</summary>
/// <param name="Id">Its id in the register.</param>
/// <param name="Label">Its name in Russian.</param>
/// <param name="Value">What the student said, or the learning platform knows.</param>
public sealed record PacketField(string Id, string Label, string Value);

/// <summary>A member of staff, as far as the desk must know them.</summary>
/// <param name="Id">Opaque id of the account or key.</param>
/// <param name="Name">What colleagues and students see.</param>
public sealed record StaffMember(string Id, string Name);
