using System.Collections.Frozen;
using Kb.Content.Lint;
using Kb.Content.Sections;

namespace Kb.Content.Articles;

/// <summary>The level-1 headings of an article, each of which names a face.</summary>
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
        foreach (var section in TopSection.Split(body, firstLine))
        {
            Take(section, faces, file, findings);
        }

        return faces;
    }

    private static void Take(TopSection section, Dictionary<string, Face> faces, string file, ICollection<ContentFinding> findings)
    {
        if (section.Name is not { } name)
        {
            findings.Add(ContentFinding.Error("face-none", file, section.TextLine, "Текст стоит до первого раздела.", $"Начните его с «# {Full}» или другого раздела."));
            return;
        }

        if (!Names.Contains(name))
        {
            findings.Add(ContentFinding.Error("face-unknown", file, section.HeadingLine, $"Раздел «{name}» неизвестен.", $"Разделы первого уровня: {string.Join(", ", Names.Order())}. Остальные заголовки начинайте с «##»."));
        }

        if (!faces.TryAdd(name, new Face(section.Text, section.TextLine)))
        {
            findings.Add(ContentFinding.Error("face-twice", file, section.TextLine, $"Раздел «{name}» встречается дважды.", "Соедините разделы в один."));
        }
        else if (section.Text.Length == 0)
        {
            findings.Add(ContentFinding.Error("face-empty", file, section.HeadingLine, $"Раздел «{name}» пустой.", "Напишите текст или удалите заголовок."));
        }
    }
}
