using Kb.Content.Register;
using Kb.Content.Templates;

namespace Kb.Content.Lint;

/// <summary>Templates that belong to no article: keys, the requests that they are for, links, variables. Pure.</summary>
internal static class TemplateCheck
{
    /// <param name="templates">All of them.</param>
    /// <param name="register">Null when it could not be read.</param>
    /// <param name="text">Checks a text for students.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static void Check(IReadOnlyList<ReplyTemplate> templates, RequestRegister? register, TextCheck text, ICollection<ContentFinding> findings)
    {
        var owners = new Dictionary<TemplateId, string>();
        foreach (var template in templates)
        {
            if (!owners.TryAdd(template.Id, template.File) && template.Id.Value.Length > 0)
            {
                findings.Add(ContentFinding.Error("id-duplicate", template.File, 1, $"Ключ «{template.Id}» уже занят файлом {owners[template.Id]}.", "Дайте шаблону другой ключ."));
            }

            text.Check(template.File, template.Text, TemplateVariables.Names);
            if (register is not null)
            {
                RequestCheck.Check(template.File, template.Kinds, template.Types, register, findings);
            }
        }
    }
}
