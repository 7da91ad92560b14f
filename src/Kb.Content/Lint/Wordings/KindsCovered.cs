using Kb.Content.Loading;

namespace Kb.Content.Lint.Wordings;

/// <summary>Every kind of the register needs an article: without one the bot can only hand over. Whether a student may read it is not asked here.</summary>
internal sealed class KindsCovered : IContentRule
{
    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        var covered = material.Articles.Select(article => article.Article.Kind).ToHashSet();
        foreach (var kind in material.Kinds.Where(kind => !covered.Contains(kind.Id)))
        {
            findings.Add(ContentFinding.Warning("kind-empty", KnowledgeBaseLoader.RegisterFile, 0, $"У вида «{kind.Id}» нет ни одной статьи.", $"Напишите статью с полем kind: {kind.Id}."));
        }
    }
}
