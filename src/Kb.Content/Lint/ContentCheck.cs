using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Golden;
using Kb.Content.Phrases;
using Kb.Content.Register;
using Kb.Content.Rendering;

namespace Kb.Content.Lint;

/// <summary>What must hold between the files of a base: ids, kinds, links, variables. Pure.</summary>
internal static partial class ContentCheck
{
    /// <summary>Variables that the desk fills in a template.</summary>
    private static readonly FrozenSet<string> TemplateVariables = FrozenSet.Create(
        StringComparer.Ordinal, "student.name", "course.title", "ticket.number", "agent.name");

    /// <summary>Longest short answer that a chat bubble shows without scrolling, in characters.</summary>
    private const int MaxShortLength = 600;

    internal sealed record Material(
        RequestRegister? Register,
        FactSheet Facts,
        IReadOnlyList<Article> Articles,
        IReadOnlyList<IntentPhrases> Phrases,
        IReadOnlyList<IntentPhrases> NotOurs,
        GoldenQuestions Golden,
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
        foreach (var article in material.Articles)
        {
            CheckShort(article, findings);
            CheckVerification(article, material.Today, findings);
            foreach (var (face, isTemplate) in Faces(article))
            {
                CheckLinks(article, face, ids, material, findings);
                CheckVariables(article, face, isTemplate, findings);
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

    private static void CheckLinks(Article article, Face face, FrozenSet<ArticleId> ids, Material material, ICollection<ContentFinding> findings)
    {
        if (MarkdownRenderer.Parse(face.Markdown) is null)
        {
            findings.Add(ContentFinding.Error("markdown-bomb", article.File, face.Line, "Разметка слишком большая или вложена слишком глубоко.", "Упростите списки, цитаты и скобки."));
        }

        var targets = new LinkTargets(ids, material.Facts);
        var folder = article.File[..article.File.LastIndexOf('/')];
        foreach (var link in MarkdownRenderer.Links(face.Markdown))
        {
            var line = face.Line + link.Line - 1;
            if (targets.Resolve(link.Target, link.IsImage, folder) is not { } address)
            {
                findings.Add(ContentFinding.Error("link-dead", article.File, line, $"Ссылка «{link.Target}» никуда не ведёт.", "Исправьте ключ статьи или добавьте адрес в раздел links файла facts.yaml."));
            }
            else if (link.IsImage && !material.Images.Contains(LinkTargets.ImagePath(link.Target, folder) ?? ""))
            {
                findings.Add(ContentFinding.Error("image-missing", article.File, line, $"Картинки «{link.Target}» нет.", "Положите файл рядом со статьёй: картинки с чужих сайтов не показываем."));
            }
            else if (!link.IsImage && !address.StartsWith('/') && !address.StartsWith('#') && !IsAllowed(address))
            {
                findings.Add(ContentFinding.Error("link-address", article.File, line, $"Адрес «{address}» не годится.", "Пишите article:ключ, link:ключ или полный адрес с https://."));
            }
        }
    }

    private static void CheckVariables(Article article, Face face, bool isTemplate, ICollection<ContentFinding> findings)
    {
        foreach (var match in Variable().EnumerateMatches(face.Markdown))
        {
            var name = face.Markdown.AsSpan(match.Index, match.Length)[2..^2].Trim().ToString();
            var isReportedFact = name.StartsWith("fact.", StringComparison.Ordinal);
            if (!isReportedFact && !(isTemplate && TemplateVariables.Contains(name)))
            {
                var line = face.Line + face.Markdown.AsSpan(0, match.Index).Count('\n');
                findings.Add(ContentFinding.Error("variable-unknown", article.File, line, $"Переменной «{name}» здесь нет.", $"В шаблоне можно писать {string.Join(", ", TemplateVariables.Order())}, в любом разделе — fact.имя."));
            }
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

    private static bool IsAllowed(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "tel";

    [GeneratedRegex(@"\{\{[^{}\n]*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
