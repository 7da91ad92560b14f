using System.Collections.Immutable;

namespace Kb.Web.Features.Tickets;

/// <summary>A request that came by another way.</summary>
/// <param name="Text">What the person asked.</param>
/// <param name="Title">The same in one line; taken from the text when absent.</param>
/// <param name="Kind">Id of the register's kind.</param>
/// <param name="PersonName">What to call the person.</param>
public sealed record NewTicketBody(string Text, string? Title = null, string? Kind = null, string? PersonName = null);

/// <summary>Taking a ticket: nothing to say.</summary>
public sealed record ClaimBody;

/// <summary>An answer to the student.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="TemplateId">The template that it was made from: its id in search.</param>
/// <param name="ArticleIds">Articles that it refers to; shown with it.</param>
public sealed record ReplyBody(string Text, string? TemplateId = null, ImmutableArray<string>? ArticleIds = null);

/// <summary>A note for the team.</summary>
/// <param name="Text">Plain text.</param>
public sealed record NoteBody(string Text);

/// <summary>A change of status.</summary>
/// <param name="To">Key of the status.</param>
/// <param name="Reason">Why.</param>
public sealed record TransitionBody(string To, string? Reason = null);
