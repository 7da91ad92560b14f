using System.Collections.Frozen;

namespace Kb.Content.Lint.Structure;

/// <summary>Whatever names a kind (an article, an entry of phrases, a golden question) must name one of the register. Talk turns and commands count for phrases and questions.</summary>
internal sealed class KnownKinds : IContentRule
{
    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        if (material.Register is not { } register)
        {
            return;
        }

        foreach (var article in material.Articles.Select(article => article.Article).Where(article => !register.Kinds.ContainsKey(article.Kind)))
        {
            findings.Add(Unknown(article.Kind.Value, article.File, 1, "Исправьте поле kind или добавьте вид в register.yaml."));
        }

        var intents = register.Kinds.Keys.Select(kind => kind.Value).Concat(material.Chatter).ToFrozenSet(StringComparer.Ordinal);
        foreach (var entry in material.Phrases.Select(entry => entry.Entry).Where(entry => !intents.Contains(entry.Intent)))
        {
            findings.Add(Unknown(entry.Intent, entry.File, entry.Line, "Исправьте ключ или добавьте вид в register.yaml."));
        }

        foreach (var question in material.Golden.Dev.Concat(material.Golden.Gate).Where(question => question.Expected is { } expected && !intents.Contains(expected)))
        {
            findings.Add(Unknown(question.Expected!, question.File, question.Line, "Исправьте ключ или добавьте вид в register.yaml."));
        }
    }

    private static ContentFinding Unknown(string kind, string file, int line, string remedy) =>
        ContentFinding.Error("kind-unknown", file, line, $"Вида обращений «{kind}» нет в реестре.", remedy);
}
