namespace Kb.Content.Lint;

/// <summary>One thing that must hold in a base. Pure and stateless; rules do not know one another.</summary>
internal interface IContentRule
{
    /// <summary>Adds a finding for everything that breaks the rule.</summary>
    void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings);
}
