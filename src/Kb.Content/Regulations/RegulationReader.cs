using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Lint;
using Kb.Content.Register;
using Kb.Content.Sections;

namespace Kb.Content.Regulations;

/// <summary>A regulation's file → <see cref="Regulation"/>: YAML front matter, then a section for each status.</summary>
internal static class RegulationReader
{
    /// <summary>Reads one regulation.</summary>
    /// <returns>The regulation, or null when its fields cannot be read at all.</returns>
    public static Regulation? Read(string text, string file, FactSheet facts, ICollection<ContentFinding> findings)
    {
        if (FrontMatter.Split(text, file, findings) is not { } parts)
        {
            return null;
        }

        var fields = parts.Fields;
        var sections = TopSection.Split(parts.Body, parts.BodyLine);
        CheckStatuses(sections, parts.BodyLine, file, findings);
        var regulation = new Regulation
        {
            Id = new RegulationId(fields.Key("id")),
            Title = fields.Required("title"),
            Types = fields.Texts("types"),
            Kinds = [.. fields.Texts("kinds").Select(kind => new KindId(kind))],
            Owner = fields.Required("owner"),
            VerifiedOn = fields.RequiredDate("verified_on"),
            VerifyEveryDays = fields.Number("verify_every", 1, 3650, 180),
            Steps = sections
                .Where(section => section.Name is not null)
                .DistinctBy(section => section.Name, StringComparer.Ordinal)
                .ToFrozenDictionary(
                    section => section.Name!,
                    section => new Face(facts.Fill(section.Text, file, section.TextLine, findings), section.TextLine),
                    StringComparer.Ordinal),
            File = file,
        };
        if (regulation.Types.IsEmpty == regulation.Kinds.IsEmpty)
        {
            findings.Add(ContentFinding.Error(
                "regulation-for", file, fields.Line,
                regulation.Types.IsEmpty ? "Не сказано, для каких обращений регламент." : "Регламент и для типов, и для видов сразу.",
                "Оставьте одно поле: types или kinds."));
        }

        fields.RefuseUnknown();
        return regulation;
    }

    /// <summary>The headings must be the seven statuses, each once, in their order; the first place where they are not is named.</summary>
    private static void CheckStatuses(ImmutableArray<TopSection> sections, int bodyLine, string file, ICollection<ContentFinding> findings)
    {
        for (var index = 0; index < Math.Max(sections.Length, Regulation.Statuses.Length); index++)
        {
            var section = index < sections.Length ? sections[index] : null;
            var expected = index < Regulation.Statuses.Length ? Regulation.Statuses[index] : null;
            if (section?.Name != expected || section?.Name is null)
            {
                findings.Add(ContentFinding.Error(
                    "status-order", file, section?.HeadingLine ?? sections.LastOrDefault()?.HeadingLine ?? bodyLine,
                    $"{Found(section)}, а должен идти {(expected is null ? "конец файла" : $"раздел «# {expected}»")}.",
                    $"Разделы первого уровня — все семь статусов по порядку: {string.Join(", ", Regulation.Statuses)}."));
                return;
            }

            if (section.Text.Length == 0)
            {
                findings.Add(ContentFinding.Error("status-empty", file, section.HeadingLine, $"Раздел «{section.Name}» пустой.", "Напишите, что делает сотрудник в этом статусе."));
            }
        }
    }

    private static string Found(TopSection? section) => section switch
    {
        null => "Разделы кончились",
        { Name: null } => "Текст стоит до первого раздела",
        _ => $"Здесь раздел «{section.Name}»",
    };
}
