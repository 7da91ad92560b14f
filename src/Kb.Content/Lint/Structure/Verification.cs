namespace Kb.Content.Lint.Structure;

/// <summary>An article must be looked at by a person as often as it says. Whether the person read it well is not for a rule to say.</summary>
internal sealed class Verification : IContentRule
{
    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var article in material.Articles.Select(article => article.Article).Where(article => article.VerifyBy < today))
        {
            findings.Add(ContentFinding.Warning("verification-overdue", article.File, 1, $"Статью проверяли {article.VerifiedOn:yyyy-MM-dd}, срок проверки прошёл.", "Проверьте её и обновите verified_on."));
        }
    }
}
