using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Content.SearchDocuments;
using Kb.Content.Templates;
using Kb.Search.Query;
using Kb.Search.Ranking;
using Kb.Web.Features.Tickets.Similar;
using Kb.Web.Knowledge;
using Kb.Web.Layout;

namespace Kb.Web.Features.Search;

/// <summary>A hit of the index → what an agent wants to see of it at a glance.</summary>
internal static class HitCards
{
    private const int MaxReasons = 4;

    public static AgentHitView Of(SearchHit hit, KnowledgeEdition edition, LinkTargets targets, DateOnly today) =>
        hit.Attributes[ArticleDocuments.Type] == HitType.Ticket.Id ? OfTicket(hit)
            : hit.Attributes.TryGetValue(TemplateDocuments.Template, out var template) ? OfTemplate(hit, edition.Base.Templates[new TemplateId(template)], targets)
            : OfArticle(hit, edition, targets, today);

    private static AgentHitView OfTicket(SearchHit hit)
    {
        var answer = hit.Attributes[TicketDocuments.Answer] is { Length: > 0 } last ? last : null;
        var isSolved = hit.Attributes[TicketDocuments.Solved] == "yes";
        return Card(hit, SimilarTickets.AddressOf(hit.Id), answer, [HitType.Ticket.One, isSolved ? "Решена" : "Ещё не решена", "Видит только команда"]) with
        {
            Title = $"№ {hit.Attributes[TicketDocuments.Number]}. {hit.Title}",
        };
    }

    private static AgentHitView OfTemplate(SearchHit hit, ReplyTemplate template, LinkTargets targets) => Card(
        hit,
        SearchEndpoints.TemplateAddress(template.Id),
        ReplyText.OfTemplate(template.Text, targets),
        [HitType.Template.One, TemplateLabels.Of(template.Group), "Видит только команда"]);

    private static AgentHitView OfArticle(SearchHit hit, KnowledgeEdition edition, LinkTargets targets, DateOnly today)
    {
        var article = edition.Base.Articles[new ArticleId(hit.Attributes[ArticleDocuments.Article])];
        var type = hit.Attributes[ArticleDocuments.Type];
        return Card(hit, SearchEndpoints.ArticleAddress(article.Id.Value), AnswerOf(article, type, targets), Badges(article, type, today)) with
        {
            Article = article.Id.Value,
            Link = LinkOf(article, targets),
            VerifiedOn = article.VerifiedOn,
        };
    }

    private static AgentHitView Card(SearchHit hit, string url, string? answer, ImmutableArray<string> badges) => new(
        hit.Id,
        hit.Attributes[ArticleDocuments.Type],
        hit.Attributes[ArticleDocuments.Kind],
        hit.Title,
        null,
        url,
        hit.Snippet.Text,
        hit.Snippet.Marks,
        Math.Round(hit.Score, 3),
        Reasons(hit.Why),
        answer,
        AnswerMarks.Of(answer, hit.Snippet),
        null,
        null,
        badges);

    /// <summary>One line a reason: «„сертификат“: в заголовке (точно так), в тексте (форма слова: „сертификаты“)».</summary>
    private static ImmutableArray<string> Reasons(Explanation why) =>
    [
        // Words first: they can be checked at a glance; what was counted besides comes after them.
        .. why.Parts.OrderBy(reason => reason.Parts.IsEmpty).Take(MaxReasons).Select(reason =>
            reason.Parts.IsEmpty ? reason.Text : $"{reason.Text}: {string.Join(", ", reason.Parts.Select(Place))}"),
    ];

    private static string Place(Explanation place) => $"{place.Text} ({string.Join("; ", place.Parts.Select(kind => kind.Text))})";

    private static string? AnswerOf(Article article, string type, LinkTargets targets) =>
        type == HitType.Template.Id ? article.Faces.Template is { } template ? ReplyText.OfTemplate(template, targets) : null
        : (type == HitType.Note.Id ? article.Faces.Internal : article.Faces.Short) is { } face ? ReplyText.Of(face, targets)
        : null;

    /// <summary>Only what every student may read is linked to: a link that one of them cannot open is worse than none.</summary>
    private static string? LinkOf(Article article, LinkTargets targets) =>
        ArticleAccess.RuleOf(article).Clauses.IsEmpty ? targets.AddressOf(article.Id) : null;

    private static ImmutableArray<string> Badges(Article article, string type, DateOnly today)
    {
        var badges = ImmutableArray.CreateBuilder<string>();
        badges.Add(HitType.Find(type)?.One ?? type);
        badges.Add((type, article.Audience) switch
        {
            ("article", Audience.Public) => "Видят все",
            ("article", Audience.Students) => "Видят студенты",
            _ => "Видит только команда", // A note and a template of a public article are not public.
        });
        if (!article.Scope.Courses.IsEmpty)
        {
            badges.Add(article.Scope.Courses.Length == 1 ? "Только для одного курса" : "Только для некоторых курсов");
        }

        var isDue = article.VerifyBy < today;
        badges.Add($"{(isDue ? "Проверка просрочена: была" : "Проверено")} {RussianDate.Of(article.VerifiedOn, today)}");
        return badges.DrainToImmutable();
    }
}
