using System.Collections.Immutable;
using System.Globalization;
using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Search.Index;

namespace Kb.Content.SearchDocuments;

/// <summary>
/// How an article becomes search documents: one of type «article» that its audience finds, and, for agents only, one of type
/// «template» and one of type «note». What only agents may know is never in a document that others can match.
/// </summary>
public static class ArticleDocuments
{
    /// <summary>Field of the article's title.</summary>
    public const string Title = "title";

    /// <summary>Field of the short answer.</summary>
    public const string Short = "short";

    /// <summary>Field of the full text.</summary>
    public const string Body = "body";

    /// <summary>Field of tags and the kind's name.</summary>
    public const string Tags = "tags";

    /// <summary>Field of the training phrases of the kind: words that students use and articles do not.</summary>
    public const string Phrases = "phrases";

    /// <summary>Attribute: article, template or note.</summary>
    public const string Type = "type";

    /// <summary>Attribute: the request kind's id.</summary>
    public const string Kind = "kind";

    /// <summary>Attribute: the article that a template or note belongs to.</summary>
    public const string Article = "article";

    /// <summary>Attribute: the last day on which the article counts as checked, as an ISO date.</summary>
    public const string VerifyBy = "verify_by";

    /// <summary>Id of the document of an article's template.</summary>
    public static string TemplateIdOf(ArticleId id) => $"{id}/template";

    /// <summary>Every document of a base, in the order of article ids.</summary>
    /// <param name="knowledge">The base.</param>
    /// <param name="zone">Whose days the first and the last day of an article are: the school's.</param>
    public static IEnumerable<SearchDocument> Of(KnowledgeBase knowledge, TimeZoneInfo zone) =>
        knowledge.Articles.Values
            .OrderBy(article => article.Id.Value, StringComparer.Ordinal)
            .SelectMany(article => Of(article, knowledge).Select(document => document with
            {
                ValidFrom = StartOf(article.ValidFrom, zone),
                ValidUntil = StartOf(article.ValidUntil?.AddDays(1), zone),
            }));

    private static IEnumerable<SearchDocument> Of(Article article, KnowledgeBase knowledge)
    {
        var kindName = knowledge.Register.Kinds.TryGetValue(article.Kind, out var kind) ? kind.Name : "";
        yield return Document(article, "article", article.Id.Value, ArticleAccess.RuleOf(article)) with
        {
            Fields =
            [
                new(Title, article.Title),
                new(Short, Text(article.Faces.Short)),
                new(Body, Text(article.Faces.Full)),
                new(Tags, string.Join(", ", article.Tags.Append(kindName))),
                new(Phrases, AskedOf(article, knowledge)),
            ],
        };
        if (article.Faces.Template is { } template)
        {
            yield return ForAgents(article, "template", template);
        }

        if (article.Faces.Internal is { } note)
        {
            yield return ForAgents(article, "note", note);
        }
    }

    /// <summary>How people word the kind, for the article that answers all of it: a device or a role of its own is told by its title.</summary>
    private static string AskedOf(Article article, KnowledgeBase knowledge) => article.Id.Value == article.Kind.Value
        ? PhraseSpelling.Of(knowledge).GetValueOrDefault(article.Kind.Value, "")
        : "";

    private static SearchDocument ForAgents(Article article, string type, Face face) =>
        Document(article, type, $"{article.Id}/{type}", ArticleAccess.RuleOf(article).AndAnyOf(ArticleAccess.Agents)) with
        {
            Fields = [new(Title, article.Title), new(Body, Text(face))],
        };

    private static SearchDocument Document(Article article, string type, string id, AccessRule access) => new()
    {
        Id = id,
        Title = article.Title,
        Fields = [],
        Access = access,
        Attributes = ImmutableDictionary<string, string>.Empty
            .Add(Type, type)
            .Add(Kind, article.Kind.Value)
            .Add(Article, article.Id.Value)
            .Add(VerifyBy, article.VerifyBy.ToString("O", CultureInfo.InvariantCulture)),
    };

    private static string Text(Face? face) => face is null ? "" : MarkdownRenderer.ToPlainText(face.Markdown);

    private static DateTimeOffset? StartOf(DateOnly? day, TimeZoneInfo zone) => day?.ToDateTime(TimeOnly.MinValue) is { } midnight
        ? new DateTimeOffset(midnight, zone.GetUtcOffset(midnight))
        : null;
}
