using System.Collections.Frozen;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Golden;
using Kb.Content.Phrases;
using Kb.Content.Register;
using Kb.Content.Regulations;
using Kb.Content.Rendering;
using Kb.Content.Templates;

namespace Kb.Content.Lint;

/// <summary>What must hold between the files of a base: ids, kinds, links, variables. Pure.</summary>
internal static class ContentCheck
{
    /// <summary>Longest short answer that a chat bubble shows without scrolling, in characters.</summary>
    private const int MaxShortLength = 600;

    internal sealed record Material(
        RequestRegister? Register,
        FactSheet Facts,
        IReadOnlyList<Article> Articles,
        IReadOnlyList<IntentPhrases> Phrases,
        IReadOnlyList<IntentPhrases> NotOurs,
        GoldenQuestions Golden,
        IReadOnlyList<ReplyTemplate> Templates,
        IReadOnlyList<Regulation> Regulations,
        IReadOnlySet<string> Images,
        DateOnly Today);

    public static void Check(Material material, ICollection<ContentFinding> findings)
    {
        CheckIds(material.Articles, findings);
        if (material.Register is { } register)
        {
            CheckKinds(material, register, findings);
        }

        var ids = material.Articles.Select(article => article.Id).ToFrozenSet();
        var forStudents = new TextCheck(new LinkTargets(ids, material.Facts), material.Images, findings);
        var forAgents = new TextCheck(new LinkTargets(ids, material.Facts) { Templates = material.Templates.Select(template => template.Id).ToFrozenSet() }, material.Images, findings);
        TemplateCheck.Check(material.Templates, material.Register, forStudents, findings);
        RegulationCheck.Check(material.Regulations, material.Register, forAgents, material.Today, findings);
        foreach (var article in material.Articles)
        {
            CheckShort(article, findings);
            CheckVerification(article, material.Today, findings);
            foreach (var (face, isTemplate) in Faces(article))
            {
                var text = face == article.Faces.Internal ? forAgents : forStudents;
                text.Check(article.File, face, isTemplate ? TemplateVariables.Names : FrozenSet<string>.Empty);
            }
        }

        PhraseCheck.Check(material.Phrases, material.NotOurs, findings);
    }

    private static void CheckIds(IReadOnlyList<Article> articles, ICollection<ContentFinding> findings)
    {
        foreach (var group in articles.GroupBy(article => article.Id).Where(group => group.Count() > 1))
        {
            foreach (var twin in group.Skip(1))
            {
                findings.Add(ContentFinding.Error("id-duplicate", twin.File, 1, $"Ключ «{twin.Id}» уже занят файлом {group.First().File}.", "Дайте статье другой ключ."));
            }
        }
    }

    private static void CheckKinds(Material material, RequestRegister register, ICollection<ContentFinding> findings)
    {
        foreach (var article in material.Articles.Where(article => !register.Kinds.ContainsKey(article.Kind)))
        {
            findings.Add(ContentFinding.Error("kind-unknown", article.File, 1, $"Вида обращений «{article.Kind}» нет в реестре.", "Исправьте поле kind или добавьте вид в register.yaml."));
        }

        var intents = Intents(register);
        GoldenCheck.Check(material.Golden, material.Phrases.Concat(material.NotOurs), intents, Chatter(register).ToFrozenSet(StringComparer.Ordinal), findings);
        foreach (var entry in material.Phrases.Where(entry => !intents.Contains(entry.Intent)))
        {
            findings.Add(ContentFinding.Error("kind-unknown", entry.File, entry.Line, $"Вида обращений «{entry.Intent}» нет в реестре.", "Исправьте ключ или добавьте вид в register.yaml."));
        }
    }

    private static FrozenSet<string> Intents(RequestRegister register) =>
        register.Kinds.Keys.Select(kind => kind.Value).Concat(Chatter(register)).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Chatter(RequestRegister register) =>
        register.Talk.Select(turn => turn.Id).Concat(register.Commands.Select(command => command.Id));

    private static void CheckShort(Article article, ICollection<ContentFinding> findings)
    {
        if (article.Faces.Short is null && article.Audience != Audience.Agents)
        {
            findings.Add(ContentFinding.Warning("short-missing", article.File, 0, "Нет раздела «Кратко»: бот не сможет ответить этой статьёй.", "Напишите ответ в 1–3 предложениях."));
        }
        else if (article.Faces.Short is { } face && MarkdownRenderer.ToPlainText(face.Markdown).Length > MaxShortLength)
        {
            findings.Add(ContentFinding.Warning("short-long", article.File, face.Line, $"Раздел «Кратко» длиннее {MaxShortLength} знаков.", "Оставьте 1–3 предложения, остальное перенесите в «Подробно»."));
        }
    }

    private static void CheckVerification(Article article, DateOnly today, ICollection<ContentFinding> findings)
    {
        if (article.VerifiedOn.AddDays(article.VerifyEveryDays) < today)
        {
            findings.Add(ContentFinding.Warning("verification-overdue", article.File, 1, $"Статью проверяли {article.VerifiedOn:yyyy-MM-dd}, срок проверки прошёл.", "Проверьте её и обновите verified_on."));
        }
    }

    private static IEnumerable<(Face Face, bool IsTemplate)> Faces(Article article) =>
        new (Face? Face, bool IsTemplate)[]
        {
            (article.Faces.Short, false),
            (article.Faces.Template, true),
            (article.Faces.Full, false),
            (article.Faces.Internal, false),
            (article.Faces.Card, false),
        }.Where(face => face.Face is not null).Select(face => (face.Face!, face.IsTemplate));
}
