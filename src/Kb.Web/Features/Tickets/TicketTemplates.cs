using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.SearchDocuments;
using Kb.Content.Templates;
using Kb.Desk.Calendars;
using Kb.Desk.Templates;
using Kb.Desk.Tickets;
using Kb.Web.Features.Search;
using Kb.Web.Knowledge;
using Kb.Web.Security;

namespace Kb.Web.Features.Tickets;

/// <summary>The templates of the base with the values of one ticket: those that fit it now, and all others.</summary>
internal sealed class TicketTemplates(CurrentKnowledge knowledge, ReplyLinks links, TicketReader reader, WorkingCalendar calendar, TimeProvider time)
{
    private const int MostFitting = 6;
    private const int MostOfArticles = 3;

    /// <summary>Every template, the likeliest first.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agent">Name of the agent who would reply.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TemplateOffer> OfAsync(Ticket ticket, string agent, CancellationToken cancellationToken)
    {
        var edition = knowledge.Edition;
        var person = await reader.PersonAsync(ticket, cancellationToken);
        var targets = links.Of(edition);
        var now = time.GetUtcNow();
        var values = TemplateValues.Of(ticket, person?.Courses ?? [], agent, now, calendar.Zone);
        var ranked = TemplateChoice.Rank(edition.Base.Templates.Values, ticket.Kind, ticket.Type, ticket.Status, ticket.FirstRepliedAt is not null);
        var fitting = ranked.Where(found => found.Fits).Take(MostFitting).Select(found => found.Template).ToList();
        var others = ranked.Select(found => found.Template).Except(fitting).OrderBy(template => template.Group).ThenBy(template => template.Title, StringComparer.Ordinal);
        var ofArticles = ticket.Kind is { } kind && ticket.Status != TicketStatus.Closed
            ? edition.Base.ArticlesOf(kind, KbClaims.StaffGrants, calendar.DayOf(now)).Where(article => article.Faces.Template is not null).Select(OfArticle).ToList()
            : [];
        return new TemplateOffer(
            [.. fitting.Select(Own), .. ofArticles.Take(MostOfArticles)],
            [.. others.Select(Own), .. ofArticles.Skip(MostOfArticles)]);

        TemplateView Own(ReplyTemplate template) => View(
            TemplateDocuments.IdOf(template.Id), template.Title, TemplateLabels.Of(template.Group), template.Text, SearchEndpoints.TemplateAddress(template.Id));

        TemplateView OfArticle(Article article) => View(
            ArticleDocuments.TemplateIdOf(article.Id), article.Title, "Ответ по статье", article.Faces.Template!, SearchEndpoints.ArticleAddress(article.Id.Value));

        TemplateView View(string id, string title, string group, Face text, string url)
        {
            var filled = FilledTemplate.Of(ReplyText.OfTemplate(text, targets), values);
            return new TemplateView(id, title, group, filled.Text, filled.Missing, url);
        }
    }
}

/// <summary>What an agent is offered for a reply.</summary>
/// <param name="Fitting">What fits now, the likeliest first.</param>
/// <param name="Others">Everything else.</param>
internal sealed record TemplateOffer(ImmutableArray<TemplateView> Fitting, ImmutableArray<TemplateView> Others);
