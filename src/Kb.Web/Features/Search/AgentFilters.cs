using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Content.SearchDocuments;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Search;

/// <summary>What an agent narrows a search to → attributes that a document must have.</summary>
internal static class AgentFilters
{
    public static ImmutableDictionary<string, ImmutableArray<string>> Of(AgentQuery query, KnowledgeEdition edition)
    {
        var filters = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        if (query.Types.Length > 0)
        {
            filters.Add(ArticleDocuments.Type, [.. query.Types.Select(type => type.Id)]);
        }

        if (!string.IsNullOrEmpty(query.Kind) || !string.IsNullOrEmpty(query.Course))
        {
            // Scopes and kinds are lists, an attribute is one value: what holds is named instead.
            filters.Add(ArticleDocuments.Article, [.. ArticlesOf(query, edition), .. TemplatesOf(query, edition)]);
        }

        return filters.ToImmutable();
    }

    private static IEnumerable<string> ArticlesOf(AgentQuery query, KnowledgeEdition edition) => edition.Base.Articles.Values
        .Where(article => string.IsNullOrEmpty(query.Kind) || article.Kind.Value == query.Kind)
        .Where(article => string.IsNullOrEmpty(query.Course) || article.Scope.Courses.IsEmpty || article.Scope.Courses.Contains(query.Course, StringComparer.Ordinal))
        .Select(article => article.Id.Value);

    /// <summary>Templates are for every course; for a kind, those that name it or its type.</summary>
    private static IEnumerable<string> TemplatesOf(AgentQuery query, KnowledgeEdition edition)
    {
        var kind = new KindId(query.Kind ?? "");
        var type = edition.Base.Register.Kinds.GetValueOrDefault(kind)?.Type ?? "";
        return edition.Base.Templates.Values
            .Where(template => string.IsNullOrEmpty(query.Kind) || template.Kinds.Contains(kind) || template.Types.Contains(type, StringComparer.Ordinal))
            .Select(template => TemplateDocuments.IdOf(template.Id));
    }
}
