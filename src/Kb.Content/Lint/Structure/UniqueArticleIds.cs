namespace Kb.Content.Lint.Structure;

/// <summary>Two articles must not share a key: it is their address and what links name.</summary>
internal sealed class UniqueArticleIds : IContentRule
{
    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var group in material.Articles.GroupBy(article => article.Article.Id).Where(group => group.Count() > 1))
        {
            foreach (var twin in group.Skip(1))
            {
                findings.Add(ContentFinding.Error("id-duplicate", twin.File, 1, $"Ключ «{group.Key}» уже занят файлом {group.First().File}.", "Дайте статье другой ключ."));
            }
        }
    }
}
