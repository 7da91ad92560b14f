using System.Collections.Immutable;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Register;
using Kb.Desk.Tickets;
using Kb.Web.Features.Desk;

namespace Kb.Web.Features.Chat;

/// <summary>What the bot knows of one more question in a talk that has a ticket: the ticket's own packet tells of the first.</summary>
internal static class HandoffNote
{
    /// <summary>The note, a line a fact.</summary>
    /// <param name="packet">What the bot passes on.</param>
    /// <param name="kind">What it is about; null when the bot does not know.</param>
    /// <param name="knowledge">Where the articles' titles stand.</param>
    public static string Of(HandoffPacket packet, RequestKind? kind, KnowledgeBase knowledge)
    {
        string?[] lines =
        [
            packet.Question.Length == 0 ? null : $"Вопрос, заданный боту: {packet.Question}",
            kind is null ? null : $"Вид: {kind.Name}",
            HandoffReasons.Say(packet.Reason),
            .. packet.Fields.Select(field => $"{field.Label}: {field.Value}"),
            Articles("Бот показал", packet.ShownArticles, knowledge),
            Articles("Не помогло", packet.RejectedArticles, knowledge),
            Articles("Бот нашёл, но не показал", packet.ConsideredArticles, knowledge),
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static string? Articles(string label, ImmutableArray<string> ids, KnowledgeBase knowledge) => ids.IsEmpty
        ? null
        : $"{label}: {string.Join(", ", ids.Select(id => knowledge.Articles.GetValueOrDefault(new ArticleId(id)) is { } article ? $"«{article.Title}»" : id))}";
}
