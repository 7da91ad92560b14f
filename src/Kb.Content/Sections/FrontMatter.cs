using Kb.Content.Lint;
using Kb.Content.Yaml;

namespace Kb.Content.Sections;

/// <summary>A Markdown file of content: YAML fields between «---» lines, then the text.</summary>
/// <param name="Fields">The fields, none of them taken yet.</param>
/// <param name="Body">The text after them.</param>
/// <param name="BodyLine">1-based line of the file on which the text begins.</param>
internal sealed record FrontMatter(YamlFields Fields, string Body, int BodyLine)
{
    private const string Fence = "---\n";

    /// <summary>Parts a file; null after a finding when it does not begin with fields that can be read.</summary>
    /// <param name="text">The file, with «\n» as line ends.</param>
    /// <param name="file">For messages.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static FrontMatter? Split(string text, string file, ICollection<ContentFinding> findings)
    {
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            findings.Add(ContentFinding.Error("front-matter", file, 1, "В начале файла нет заголовка с полями.", "Начните файл со строки «---», перечислите поля и закройте их строкой «---»."));
            return null;
        }

        var bodyStart = end + Fence.Length + 1;
        var header = text[Fence.Length..Math.Max(Fence.Length, end)];
        return YamlTreeReader.Read(header, file, 2, findings) is YamlTree.Map map
            ? new FrontMatter(new YamlFields(map, file, findings), text[bodyStart..], text.AsSpan(0, bodyStart).Count('\n') + 1)
            : null;
    }
}
