using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Content.Templates;
using Kb.Search.Index;

namespace Kb.Content.SearchDocuments;

/// <summary>Templates that belong to no article as search documents of the type «template», which only agents find.</summary>
public static class TemplateDocuments
{
    /// <summary>Attribute: the template's own key; absent from what belongs to an article.</summary>
    public const string Template = "template";

    private const string Prefix = "template/";

    /// <summary>Every document of a base, in the order of keys.</summary>
    public static IEnumerable<SearchDocument> Of(KnowledgeBase knowledge) =>
        knowledge.Templates.Values
            .OrderBy(template => template.Id.Value, StringComparer.Ordinal)
            .Select(template => Of(template, knowledge));

    /// <summary>Id of a template's document: a slash keeps it apart from articles, the prefix from what belongs to them.</summary>
    public static string IdOf(TemplateId id) => Prefix + id;

    private static SearchDocument Of(ReplyTemplate template, KnowledgeBase knowledge) => new()
    {
        Id = IdOf(template.Id),
        Title = template.Title,
        Fields =
        [
            new(ArticleDocuments.Title, template.Title),
            new(ArticleDocuments.Body, MarkdownRenderer.ToPlainText(template.Text.Markdown)),
            new(ArticleDocuments.Tags, string.Join(", ", template.Tags.Concat(NamesOf(template, knowledge)))),
        ],
        Access = AccessRule.Everyone.AndAnyOf(ArticleAccess.Agents),
        Attributes = ImmutableDictionary<string, string>.Empty
            .Add(ArticleDocuments.Type, "template")
            .Add(ArticleDocuments.Kind, template.Kinds is [var kind, ..] ? kind.Value : "")
            .Add(ArticleDocuments.Article, IdOf(template.Id)) // What it is a part of: itself, so that one filter reaches all.
            .Add(Template, template.Id.Value),
    };

    private static IEnumerable<string> NamesOf(ReplyTemplate template, KnowledgeBase knowledge) =>
        template.Kinds.Select(kind => knowledge.Register.Kinds.GetValueOrDefault(kind)?.Name)
            .Concat(template.Types.Select(id => knowledge.Register.Types.FirstOrDefault(type => type.Id == id)?.Name))
            .OfType<string>();
}
