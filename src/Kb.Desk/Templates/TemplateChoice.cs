using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Content.Templates;
using Kb.Desk.Tickets;

namespace Kb.Desk.Templates;

/// <summary>Which templates an agent is likely to want now. Pure.</summary>
public static class TemplateChoice
{
    /// <summary>All templates, the likeliest first.</summary>
    /// <param name="templates">Every template of the base.</param>
    /// <param name="kind">The ticket's kind; null while it is not known.</param>
    /// <param name="type">Id of the ticket's type; null while it is not known.</param>
    /// <param name="status">Where the ticket stands.</param>
    /// <param name="isReplied">Whether a person has answered already.</param>
    public static ImmutableArray<RankedTemplate> Rank(
        IEnumerable<ReplyTemplate> templates, KindId? kind, string? type, TicketStatus status, bool isReplied)
    {
        var groups = GroupsOf(status, isReplied);
        return
        [
            .. templates
                .Select(template => (Template: template, Nearness: NearnessOf(template, kind, type), Group: groups.IndexOf(template.Group)))
                .Select(found => (found.Template, found.Group, Score: ScoreOf(found.Nearness, found.Group >= 0)))
                .OrderByDescending(found => found.Score)
                .ThenBy(found => found.Group >= 0 ? found.Group : int.MaxValue)
                .ThenBy(found => found.Template.Group)
                .ThenBy(found => found.Template.Title, StringComparer.Ordinal)
                .ThenBy(found => found.Template.Id.Value, StringComparer.Ordinal)
                .Select(found => new RankedTemplate(found.Template, found.Score > 0)),
        ];
    }

    /// <summary>What is usually said at this point, the likeliest first.</summary>
    private static ImmutableArray<TemplateGroup> GroupsOf(TicketStatus status, bool isReplied) => status switch
    {
        TicketStatus.Closed => [],
        _ when !isReplied => [TemplateGroup.Greeting, TemplateGroup.TakingOver],
        TicketStatus.Open or TicketStatus.Triage => [TemplateGroup.TakingOver, TemplateGroup.Details],
        TicketStatus.InProgress => [TemplateGroup.Details, TemplateGroup.Promise],
        TicketStatus.WaitingRequester => [TemplateGroup.Details, TemplateGroup.Closing],
        TicketStatus.InternalRequest => [TemplateGroup.Promise, TemplateGroup.Apology],
        TicketStatus.Feedback => [TemplateGroup.Closing],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    private static Nearness NearnessOf(ReplyTemplate template, KindId? kind, string? type) =>
        kind is { } known && template.Kinds.Contains(known) ? Nearness.Kind
        : type is not null && template.Types.Contains(type, StringComparer.Ordinal) ? Nearness.Type
        : template.Kinds.IsEmpty && template.Types.IsEmpty ? Nearness.General
        : Nearness.Foreign;

    // A template of the ticket's own kind weighs as much as one of the group that is due; both together weigh most.
    private static int ScoreOf(Nearness nearness, bool isDue) => nearness switch
    {
        Nearness.Foreign => 0,
        Nearness.General => isDue ? 2 : 0,
        Nearness.Type => isDue ? 3 : 1,
        _ => isDue ? 4 : 2,
    };

    private enum Nearness
    {
        Foreign,
        General,
        Type,
        Kind,
    }
}

/// <summary>A template and whether it fits the ticket now, or is merely there.</summary>
public sealed record RankedTemplate(ReplyTemplate Template, bool Fits);
