using System.Collections.Frozen;
using Kb.Content;
using Kb.Content.Articles;

namespace Kb.Web.Features.Search;

/// <summary>The questions that the register puts first: a stand-in for what people ask, until somebody has asked. Pure.</summary>
internal static class MainQuestions
{
    /// <summary>One article of each type, in the order of the register: of its first kind that has one.</summary>
    public static IEnumerable<Article> Of(KnowledgeBase knowledge, FrozenSet<string> grants, DateOnly today) => knowledge.Register.Types
        .Select(type => type.Kinds.Select(kind => knowledge.ArticlesOf(kind.Id, grants, today).FirstOrDefault()).OfType<Article>().FirstOrDefault())
        .OfType<Article>();
}
