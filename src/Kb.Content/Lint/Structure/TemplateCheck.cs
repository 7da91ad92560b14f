using Kb.Content.Articles;
using Kb.Content.Templates;

namespace Kb.Content.Lint.Structure;

/// <summary>Templates that belong to no article: keys, the requests that they are for, links, variables.</summary>
internal sealed class TemplateCheck : IContentRule
{
    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        var text = new TextCheck(material.TargetsForStudents, material.Images, findings);
        var owners = new Dictionary<TemplateId, string>();
        foreach (var template in material.Templates)
        {
            if (!owners.TryAdd(template.Id, template.File) && template.Id.Value.Length > 0)
            {
                findings.Add(ContentFinding.Error("id-duplicate", template.File, 1, $"Ключ «{template.Id}» уже занят файлом {owners[template.Id]}.", "Дайте шаблону другой ключ."));
            }

            text.Check(template.File, new CheckedFace(FaceSplitter.Template, template.Text), TemplateVariables.Names);
            if (material.Register is { } register)
            {
                RequestCheck.Check(template.File, template.Kinds, template.Types, register, findings);
            }
        }
    }
}
