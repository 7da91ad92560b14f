using System.Collections.Frozen;
using Kb.Content.Lint;

namespace Kb.Content.Articles;

/// <summary>Splits the body of an article at its level-1 headings, each of which names a face.</summary>
internal static class FaceSplitter
{
    public const string Short = "Кратко";
    public const string Template = "Шаблон";
    public const string Full = "Подробно";
    public const string Internal = "Для сотрудников";
    public const string Card = "Карточка";

    private static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.Ordinal, Short, Template, Full, Internal, Card);

    /// <summary>The faces by name.</summary>
    /// <param name="body">Text after the front matter.</param>
    /// <param name="file">For messages.</param>
    /// <param name="firstLine">Line of the file on which the body begins.</param>
    /// <param name="findings">Receives unknown and repeated faces, and text outside any face.</param>
    public static Dictionary<string, Face> Split(string body, string file, int firstLine, ICollection<ContentFinding> findings)
    {
        var faces = new Dictionary<string, Face>(StringComparer.Ordinal);
        var lines = body.Split('\n');
        string? name = null;
        string? fence = null;
        var start = 0;
        for (var index = 0; index <= lines.Length; index++)
        {
            var line = index < lines.Length ? lines[index].TrimEnd('\r') : null;
            fence = NextFence(fence, line);
            if (line is not null && (fence is not null || !line.StartsWith("# ", StringComparison.Ordinal)))
            {
                continue;
            }

            Close(faces, name, lines, start, index, file, firstLine, findings);
            name = line?[2..].Trim();
            start = index + 1;
            if (name is not null && !Names.Contains(name))
            {
                findings.Add(ContentFinding.Error("face-unknown", file, firstLine + index, $"Раздел «{name}» неизвестен.", $"Разделы первого уровня: {string.Join(", ", Names.Order())}. Остальные заголовки начинайте с «##»."));
            }
        }

        return faces;
    }

    private static void Close(Dictionary<string, Face> faces, string? name, string[] lines, int start, int end, string file, int firstLine, ICollection<ContentFinding> findings)
    {
        while (start < end && string.IsNullOrWhiteSpace(lines[start]))
        {
            start++;
        }

        var text = string.Join('\n', lines[start..Math.Max(start, end)]).TrimEnd();
        if (name is null)
        {
            if (text.Length > 0)
            {
                findings.Add(ContentFinding.Error("face-none", file, firstLine + start, "Текст стоит до первого раздела.", $"Начните его с «# {Full}» или другого раздела."));
            }
        }
        else if (!faces.TryAdd(name, new Face(text, firstLine + start)))
        {
            findings.Add(ContentFinding.Error("face-twice", file, firstLine + start, $"Раздел «{name}» встречается дважды.", "Соедините разделы в один."));
        }
        else if (text.Length == 0)
        {
            findings.Add(ContentFinding.Error("face-empty", file, firstLine + start - 1, $"Раздел «{name}» пустой.", "Напишите текст или удалите заголовок."));
        }
    }

    /// <summary>The marker of the code block that is open after this line; a heading inside code is code.</summary>
    private static string? NextFence(string? open, string? line)
    {
        var text = line?.TrimStart() ?? "";
        var marker = text.StartsWith("```", StringComparison.Ordinal) ? "```" : text.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : null;
        return marker is null ? open : open is null ? marker : open == marker ? null : open;
    }
}
