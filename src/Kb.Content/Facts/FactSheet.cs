using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Kb.Content.Lint;
using Kb.Content.Yaml;

namespace Kb.Content.Facts;

/// <summary>What is true of the school: figures, hours, addresses. Articles refer to it, so that facts cannot disagree. Immutable.</summary>
/// <param name="Facts">Values by name, as written.</param>
/// <param name="Links">Absolute addresses by key.</param>
public sealed partial record FactSheet(FrozenDictionary<string, string> Facts, FrozenDictionary<string, string> Links)
{
    /// <summary>Knows nothing.</summary>
    public static FactSheet Empty { get; } = new(FrozenDictionary<string, string>.Empty, FrozenDictionary<string, string>.Empty);

    internal static FactSheet Read(string text, string file, ICollection<ContentFinding> findings)
    {
        if (YamlTreeReader.Read(text, file, 1, findings) is not YamlTree.Map map)
        {
            return Empty;
        }

        var fields = new YamlFields(map, file, findings);
        var sheet = new FactSheet(Pairs(fields.Nested("facts")), Pairs(fields.Nested("links")));
        foreach (var (key, address) in sheet.Links)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "mailto" or "tel"))
            {
                findings.Add(ContentFinding.Error("link-address", file, map.Line, $"Адрес «{key}» = «{address}» не годится.", "Запишите полный адрес, начиная с https://."));
            }
        }

        fields.RefuseUnknown();
        return sheet;
    }

    /// <summary>Replaces every <c>{{fact.name}}</c> and <c>{{fact.name|день|дня|дней}}</c>; other variables stay.</summary>
    /// <param name="markdown">A face's text.</param>
    /// <param name="file">For messages.</param>
    /// <param name="firstLine">Line of the file on which the text begins.</param>
    /// <param name="findings">Receives unknown facts and plural forms of what is not a number.</param>
    internal string Fill(string markdown, string file, int firstLine, ICollection<ContentFinding> findings) =>
        Reference().Replace(markdown, match =>
        {
            var line = firstLine + markdown.AsSpan(0, match.Index).Count('\n');
            var name = match.Groups["name"].Value;
            if (!Facts.TryGetValue(name, out var value))
            {
                findings.Add(ContentFinding.Error("fact-unknown", file, line, $"Факта «{name}» нет.", "Добавьте его в facts.yaml или исправьте имя."));
                return match.Value;
            }

            var forms = match.Groups["forms"].Value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (forms.Length == 0)
            {
                return value;
            }

            if (forms is [var one, var few, var many] && long.TryParse(value, CultureInfo.InvariantCulture, out var number))
            {
                // The number and its noun must not be torn apart at a line's end.
                return $"{value}\u00A0{RussianPlural.Form(number, one, few, many)}";
            }

            findings.Add(ContentFinding.Error("fact-plural", file, line, $"Формы числа у «{name}» не подходят: нужны целое число и три формы.", "Запишите {{fact.имя|день|дня|дней}}."));
            return match.Value;
        });

    private static FrozenDictionary<string, string> Pairs(YamlFields? fields) =>
        fields is null
            ? FrozenDictionary<string, string>.Empty
            : fields.Names().ToFrozenDictionary(name => name, name => fields.Optional(name) ?? "", StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{\s*fact\.(?<name>[a-z0-9_]+)\s*(?<forms>(?:\|[^|{}\n]+)*)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
