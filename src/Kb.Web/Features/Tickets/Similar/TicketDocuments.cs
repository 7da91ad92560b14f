using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Kb.Content.Articles;
using Kb.Content.SearchDocuments;
using Kb.Desk.Tickets;
using Kb.Search.Index;
using Kb.Web.Features.Search;

namespace Kb.Web.Features.Tickets.Similar;

/// <summary>How a ticket becomes a search document, which only agents find: what was asked, and what agents answered.</summary>
internal static class TicketDocuments
{
    /// <summary>Field and attribute of the agents' answers; the attribute holds the last one.</summary>
    public const string Answer = "answer";

    /// <summary>Attribute: what agents call the ticket.</summary>
    public const string Number = "number";

    /// <summary>Attribute: <c>yes</c> or <c>no</c>.</summary>
    public const string Solved = "solved";

    private const string Question = "question";

    /// <summary>The answer on a card: more is read on the ticket's page.</summary>
    private const int MaxAnswerLength = 1_000;

    /// <summary>A question is short and says what the ticket is about; answers are long and alike.</summary>
    public static IndexOptions Options(FrozenSet<string> stopWords) => IndexOptions.Russian(
        stopWords,
        new FieldOptions(Question) { Weight = 4, Snippets = true, Place = "в вопросе" },
        new FieldOptions(Answer) { Weight = 1, Snippets = true, Place = "в ответе" });

    public static SearchDocument Of(TicketText text)
    {
        var ticket = text.Ticket;
        var last = text.Answers.LastOrDefault() ?? "";
        return new SearchDocument
        {
            Id = ticket.Id.Value,
            Title = ticket.Title,
            Fields = [new(Question, ticket.Handoff.Question), .. text.Answers.Select(answer => new FieldText(Answer, answer))],
            Access = AccessRule.Everyone.AndAnyOf(ArticleAccess.Agents),
            Attributes = ImmutableDictionary<string, string>.Empty
                .Add(ArticleDocuments.Type, HitType.Ticket.Id)
                .Add(ArticleDocuments.Kind, ticket.Kind?.Value ?? "")
                .Add(Number, ticket.Number.ToString(CultureInfo.InvariantCulture))
                .Add(Solved, ticket.ClosedAt is not null && text.Answers.Length > 0 ? "yes" : "no")
                .Add(Answer, last.Length <= MaxAnswerLength ? last : last[..MaxAnswerLength] + "…"),
        };
    }
}
