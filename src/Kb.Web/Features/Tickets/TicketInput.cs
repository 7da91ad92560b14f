using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Kb.Content.Articles;
using Kb.Content.Register;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Desk.Templates;
using Kb.Desk.Tickets;
using Kb.Web.Features.Chat;
using Kb.Web.Features.Help;
using Kb.Web.Knowledge;
using Kb.Web.Problems;

namespace Kb.Web.Features.Tickets;

/// <summary>Reads what agents send, and refuses in words what cannot be meant.</summary>
internal sealed class TicketInput(CurrentKnowledge knowledge, HelpCentre help, TicketReader reader)
{
    private const int MaxNameLength = 200;
    private const int MaxArticles = 10;

    /// <summary>A request that came by another way; null and the problem when it cannot be read.</summary>
    public NewRequest? Read(NewTicketBody body, out KbProblem? problem)
    {
        if (MessageTexts.Read(body.Text, out problem) is not { } text)
        {
            return null;
        }

        RequestKind? kind = null;
        if (body.Kind is not null && !knowledge.Edition.Base.Register.Kinds.TryGetValue(new KindId(body.Kind), out kind))
        {
            problem = KbProblems.KindUnknown;
            return null;
        }

        return new NewRequest(text.Text, Line(body.Title), kind, Line(body.PersonName));
    }

    /// <summary>An answer to a ticket, or the problem when it cannot be read.</summary>
    public async Task<(AgentReply? Reply, KbProblem? Problem)> ReadAsync(
        TicketId ticket, ReplyBody body, string? ifMatch, CancellationToken cancellationToken)
    {
        if (MessageTexts.Read(body.Text, out var problem) is not { } text)
        {
            return (null, problem);
        }

        if (!TryReadVersion(ifMatch, out var seen))
        {
            return (null, KbProblems.StaleView);
        }

        if (FilledTemplate.MissingIn(text.Text) is [_, ..] missing)
        {
            return (null, KbProblems.ReplyUnfilled(missing));
        }

        var ids = body.ArticleIds is { IsDefault: false } given ? given.Distinct(StringComparer.Ordinal).Take(MaxArticles + 1).ToImmutableArray() : [];
        if (ids.Length > MaxArticles || await SourcesAsync(ticket, ids, cancellationToken) is not { } sources)
        {
            return (null, KbProblems.ArticleNotForStudents);
        }

        return (new AgentReply(text, sources, Line(body.TemplateId), seen), null);
    }

    /// <summary>Of these articles, those that the person of a ticket may read, as many as a reply may carry.</summary>
    public async Task<ImmutableArray<string>> ReadableAsync(TicketId ticket, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var grants = await reader.GrantsAsync(ticket, cancellationToken);
        return [.. ids.Distinct(StringComparer.Ordinal).Where(id => Readable(id, grants) is not null).Take(MaxArticles)];
    }

    /// <summary>A change of status; null and the problem when it cannot be read.</summary>
    public static TicketMove? Read(TransitionBody body, string? ifMatch, out KbProblem? problem)
    {
        problem = null;
        if (!TryReadVersion(ifMatch, out var seen))
        {
            problem = KbProblems.StaleView;
            return null;
        }

        if (StableText<TicketStatus>.TryParse(body.To, out var to))
        {
            return new TicketMove(to, Line(body.Reason), seen);
        }

        problem = KbProblems.StatusUnknown;
        return null;
    }

    /// <summary>The version that the caller decided on, null when they do not mind. False for a tag that no version of ours ever had.</summary>
    private static bool TryReadVersion(string? ifMatch, out int? seen)
    {
        seen = int.TryParse(ifMatch?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
        return seen is not null || ifMatch is null or "" or "*";
    }

    /// <summary>The articles, or null when one is not for the person of the ticket: even its title would tell them too much.</summary>
    private async Task<ImmutableArray<MessageSource>?> SourcesAsync(TicketId ticket, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        if (ids.IsEmpty)
        {
            return [];
        }

        var grants = await reader.GrantsAsync(ticket, cancellationToken);
        var articles = ids.Select(id => Readable(id, grants))
            .OfType<Article>()
            .Select(article => new MessageSource(article.Id.Value, article.Title, help.AddressOf(article.Id.Value), article.VerifiedOn))
            .ToImmutableArray();
        return articles.Length == ids.Length ? articles : null;
    }

    private Article? Readable(string id, FrozenSet<string> grants) =>
        knowledge.Edition.Base.Articles.GetValueOrDefault(new ArticleId(id)) is { } article && ArticleAccess.RuleOf(article).Admits(grants) ? article : null;

    /// <summary>A short text in one line; null when there is nothing in it.</summary>
    private static string? Line(string? typed) =>
        MessageText.Read(typed) is MessageText.Accepted { Text: var text }
            ? text.ReplaceLineEndings(" ") is { Length: > MaxNameLength } line ? line[..MaxNameLength] : text.ReplaceLineEndings(" ")
            : null;
}
