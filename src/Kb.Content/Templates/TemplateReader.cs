using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Lint;
using Kb.Content.Register;
using Kb.Content.Sections;

namespace Kb.Content.Templates;

/// <summary>A template's file → <see cref="ReplyTemplate"/>: YAML front matter, then the reply.</summary>
internal static class TemplateReader
{
    private static readonly Dictionary<string, TemplateGroup> Groups = new(StringComparer.Ordinal)
    {
        ["greeting"] = TemplateGroup.Greeting,
        ["taking-over"] = TemplateGroup.TakingOver,
        ["details"] = TemplateGroup.Details,
        ["apology"] = TemplateGroup.Apology,
        ["promise"] = TemplateGroup.Promise,
        ["closing"] = TemplateGroup.Closing,
    };

    /// <summary>Reads one template.</summary>
    /// <returns>The template, or null when its fields cannot be read at all.</returns>
    public static ReplyTemplate? Read(string text, string file, FactSheet facts, ICollection<ContentFinding> findings)
    {
        if (FrontMatter.Split(text, file, findings) is not { } parts)
        {
            return null;
        }

        var fields = parts.Fields;
        var reply = parts.Body.TrimEnd();
        var textLine = parts.BodyLine + reply.AsSpan(0, reply.Length - reply.TrimStart().Length).Count('\n');
        reply = reply.TrimStart();
        if (reply.Length == 0)
        {
            findings.Add(ContentFinding.Error("template-empty", file, parts.BodyLine, "В шаблоне нет текста.", "Напишите ответ после строки «---»."));
        }

        var template = new ReplyTemplate(
            new TemplateId(fields.Key("id")),
            fields.Required("title"),
            fields.OneOf("group", TemplateGroup.Details, Groups),
            [.. fields.Texts("kinds").Select(kind => new KindId(kind))],
            fields.Texts("types"),
            fields.Texts("tags"),
            new Face(facts.Fill(reply, file, textLine, findings), textLine),
            file);
        fields.RefuseUnknown();
        return template;
    }
}
