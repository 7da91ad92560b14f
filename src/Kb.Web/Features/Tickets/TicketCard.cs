using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Regulations;
using Kb.Content.Rendering;
using Kb.Content.SearchDocuments;
using Kb.Desk.Calendars;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Kb.Search.Query;
using Kb.Web.Features.Chat;
using Kb.Web.Features.Search;
using Kb.Web.Features.Tickets.Similar;
using Kb.Web.Knowledge;
using Kb.Web.Security;

namespace Kb.Web.Features.Tickets;

/// <summary>Puts together what an agent sees of one ticket.</summary>
internal sealed class TicketCard(ReadTickets tickets, MessageHtml html, CurrentKnowledge knowledge, TicketTemplates templates, TicketReader people, SimilarTickets similar, WorkingCalendar calendar, TimeProvider time)
{
    private const int MostSuggestions = 5;

    /// <summary>The ticket in full; null when there is none.</summary>
    /// <param name="id">The ticket.</param>
    /// <param name="agent">Name of whoever reads it, for the templates.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TicketDetails?> FindAsync(TicketId id, string agent, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(id, cancellationToken) is not { } ticket)
        {
            return null;
        }

        var edition = knowledge.Edition;
        var transcript = await tickets.TranscriptAsync(ticket.ConversationId, 0, 0, cancellationToken);
        var earlier = await tickets.EarlierAsync(ticket, cancellationToken);
        var theirs = await people.GrantsAsync(id, cancellationToken);
        var offer = await templates.OfAsync(ticket, agent, cancellationToken);
        return new TicketDetails(
            Row(ticket),
            InOrder(transcript),
            new HandoffView(
                ticket.Handoff.Question,
                ticket.Handoff.Reason,
                Links(edition, ticket.Handoff.ShownArticles),
                Links(edition, ticket.Handoff.RejectedArticles),
                Links(edition, ticket.Handoff.ConsideredArticles),
                ticket.Handoff.Fields.IsDefault ? [] : ticket.Handoff.Fields),
            [.. earlier.Select(Row)],
            new SuggestionsView(
                Suggest(edition, ticket, theirs),
                offer.Fitting,
                ticket.IsAlarm ? [] : similar.To(ticket, earlier.Select(known => known.Id.Value)),
                offer.Others),
            StepOf(edition, ticket),
            [.. TicketTransitions.From(ticket.Status).Select(to => new TransitionView(StableText<TicketStatus>.Of(to), to.Label(), []))],
            await tickets.AsksBotAsync(ticket.ConversationId, cancellationToken));
    }

    /// <summary>The ticket in a list.</summary>
    public TicketRow Row(Ticket ticket) => TicketRow.From(ticket, knowledge.Edition.Base.Register);

    /// <summary>Messages by number, each note after the message that it was written after.</summary>
    public ImmutableArray<TranscriptLine> InOrder(Transcript transcript) =>
    [
        .. transcript.Messages.Select(message => (Place: message.Seq, Order: 0, Line: TranscriptLine.From(html.View(message))))
            .Concat(transcript.Notes.Select(note => (Place: note.AfterSeq, Order: note.Ordinal, Line: TranscriptLine.From(note))))
            .OrderBy(line => line.Place)
            .ThenBy(line => line.Order)
            .Select(line => line.Line),
    ];

    private static RegulationView? StepOf(KnowledgeEdition edition, Ticket ticket)
    {
        var label = ticket.Status.Label();
        return Regulation.Of(edition.Base.Regulations, ticket.Kind, ticket.Type) is { } regulation && regulation.Steps.TryGetValue(label, out var step)
            ? new RegulationView(
                regulation.Id.Value,
                regulation.Title,
                StableText<TicketStatus>.Of(ticket.Status),
                label,
                edition.StaffRenderer.Render(step.Markdown, under: 2).Html,
                MarkdownRenderer.ToPlainText(step.Markdown))
            : null;
    }

    private static ImmutableArray<ArticleLink> Links(KnowledgeEdition edition, ImmutableArray<string> ids) =>
    [
        // An article may have gone since.
        .. (ids.IsDefault ? [] : ids).Select(id => edition.Base.Articles.GetValueOrDefault(new ArticleId(id)))
            .OfType<Article>()
            .Select(article => new ArticleLink(article.Id.Value, article.Title, SearchEndpoints.ArticleAddress(article.Id.Value))),
    ];

    private ImmutableArray<ArticleLink> Suggest(KnowledgeEdition edition, Ticket ticket, FrozenSet<string> theirs)
    {
        if (ticket.IsAlarm)
        {
            return []; // An article about payments beside a cry for help mocks it.
        }

        var today = calendar.DayOf(time.GetUtcNow());
        var query = new SearchQuery(ticket.Handoff.Question, KbClaims.StaffGrants, time.GetUtcNow())
        {
            Top = MostSuggestions,
            Explain = false,
            Filters = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(ArticleDocuments.Type, ["article"]),
            Priors = [.. SearchPriors.Of(edition, ticket.Handoff.Question, today), .. SearchPriors.Own(edition, theirs, "для этого студента")],
        };
        return Links(edition, [.. edition.Index.Search(query).Hits.Select(hit => hit.Id)]);
    }
}
