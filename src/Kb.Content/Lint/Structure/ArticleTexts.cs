using System.Collections.Frozen;
using Kb.Content.Articles;
using Kb.Content.Templates;

namespace Kb.Content.Lint.Structure;

/// <summary>Every face of an article by <see cref="TextCheck"/>: templates may have variables, and only «Для сотрудников» may lead to templates.</summary>
internal sealed class ArticleTexts : IContentRule
{
    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        var forStudents = new TextCheck(material.TargetsForStudents, material.Images, findings);
        var forAgents = new TextCheck(material.TargetsForAgents, material.Images, findings);
        foreach (var article in material.Articles)
        {
            foreach (var face in article.Faces)
            {
                var text = face.Name == FaceSplitter.Internal ? forAgents : forStudents;
                text.Check(article.File, face, face.Name == FaceSplitter.Template ? TemplateVariables.Names : FrozenSet<string>.Empty);
            }
        }
    }
}
