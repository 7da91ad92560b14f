using System.Collections.Frozen;
using Kb.Content.Rendering;
using Kb.Content.Templates;

namespace Kb.Content.Lint.Structure;

/// <summary>
/// What must hold in any Markdown text of the base: it can be parsed, its links lead somewhere, its variables exist. Other sites are not
/// asked whether their pages still exist: a check must give the same answer without a network. Pure.
/// </summary>
/// <param name="targets">Where links may lead.</param>
/// <param name="images">Paths of images that exist.</param>
/// <param name="findings">Receives what is wrong.</param>
internal sealed class TextCheck(LinkTargets targets, IReadOnlySet<string> images, ICollection<ContentFinding> findings)
{
    /// <summary>Checks one text.</summary>
    /// <param name="file">Where it stands.</param>
    /// <param name="face">The text, facts filled in.</param>
    /// <param name="variables">Variables that it may have.</param>
    public void Check(string file, CheckedFace face, FrozenSet<string> variables)
    {
        CheckLinks(file, face);
        CheckVariables(file, face, variables);
    }

    private void CheckLinks(string file, CheckedFace face)
    {
        if (!face.IsParsed)
        {
            findings.Add(ContentFinding.Error("markdown-bomb", file, face.Line, "Разметка слишком большая или вложена слишком глубоко.", "Упростите списки, цитаты и скобки."));
        }

        var folder = file[..Math.Max(0, file.LastIndexOf('/'))];
        foreach (var link in face.Links)
        {
            var line = face.Line + link.Line - 1;
            if (targets.Resolve(link.Target, link.IsImage, folder) is not { } address)
            {
                findings.Add(ContentFinding.Error("link-dead", file, line, $"Ссылка «{link.Target}» никуда не ведёт.", RemedyOf(link.Target)));
            }
            else if (link.IsImage && !images.Contains(LinkTargets.ImagePath(link.Target, folder) ?? ""))
            {
                findings.Add(ContentFinding.Error("image-missing", file, line, $"Картинки «{link.Target}» нет.", "Положите файл рядом со статьёй: картинки с чужих сайтов не показываем."));
            }
            else if (!link.IsImage && !address.StartsWith('/') && !address.StartsWith('#') && !IsAllowed(address))
            {
                findings.Add(ContentFinding.Error("link-address", file, line, $"Адрес «{address}» не годится.", "Пишите article:ключ, link:ключ или полный адрес с https://."));
            }
        }
    }

    private void CheckVariables(string file, CheckedFace face, FrozenSet<string> variables)
    {
        foreach (var match in TemplateVariables.Pattern().EnumerateMatches(face.Markdown))
        {
            var name = face.Markdown.AsSpan(match.Index, match.Length)[2..^2].Trim().ToString();
            var isReportedFact = name.StartsWith("fact.", StringComparison.Ordinal);
            if (!isReportedFact && !variables.Contains(name))
            {
                findings.Add(ContentFinding.Error("variable-unknown", file, face.LineOf(face.Markdown, match.Index), $"Переменной «{name}» здесь нет.", $"В шаблоне можно писать {string.Join(", ", TemplateVariables.Names.Order())}, в любом разделе — fact.имя."));
            }
        }
    }

    private static string RemedyOf(string target) => target.StartsWith(LinkTargets.TemplateScheme, StringComparison.Ordinal)
        ? "Исправьте ключ шаблона. На шаблоны ссылаются только регламенты и раздел «Для сотрудников»."
        : "Исправьте ключ статьи или добавьте адрес в раздел links файла facts.yaml.";

    private static bool IsAllowed(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "tel";
}
