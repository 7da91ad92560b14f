using System.Text.RegularExpressions;
using Kb.Content.Facts;
using Kb.Content.Lint;
using Kb.Content.Register;
using Kb.Content.Yaml;

namespace Kb.Content.Articles;

/// <summary>An article's file → <see cref="Article"/>: YAML front matter between «---» lines, then the faces.</summary>
internal static partial class ArticleReader
{
    private static readonly Dictionary<string, Audience> Audiences = new(StringComparer.Ordinal)
    {
        ["public"] = Audience.Public,
        ["students"] = Audience.Students,
        ["agents"] = Audience.Agents,
    };

    /// <summary>Reads one article.</summary>
    /// <returns>The article, or null when it has errors.</returns>
    public static Article? Read(string text, string file, FactSheet facts, ICollection<ContentFinding> findings)
    {
        var own = new List<ContentFinding>();
        var article = TryRead(text.ReplaceLineEndings("\n"), file, facts, own);
        foreach (var finding in own)
        {
            findings.Add(finding);
        }

        return own.Exists(finding => finding.Severity == FindingSeverity.Error) ? null : article;
    }

    private static Article? TryRead(string text, string file, FactSheet facts, List<ContentFinding> findings)
    {
        if (SplitFrontMatter(text) is not var (header, body, bodyLine))
        {
            findings.Add(ContentFinding.Error("front-matter", file, 1, "В начале статьи нет заголовка с полями.", "Начните файл со строки «---», перечислите поля и закройте их строкой «---»."));
            return null;
        }

        if (YamlTreeReader.Read(header, file, 2, findings) is not YamlTree.Map map)
        {
            return null;
        }

        var fields = new YamlFields(map, file, findings);
        var faces = FaceSplitter.Split(body, file, bodyLine, findings);
        var article = new Article
        {
            Id = new ArticleId(Key(fields, "id", file, findings)),
            Title = fields.Required("title"),
            Kind = new KindId(fields.Required("kind")),
            Audience = fields.OneOf("audience", Audience.Agents, Audiences),
            Scope = Scope(fields.Nested("scope")),
            ValidFrom = fields.Date("valid_from"),
            ValidUntil = fields.Date("valid_until"),
            Owner = fields.Required("owner"),
            VerifiedOn = RequiredDate(fields, "verified_on", file, findings),
            VerifyEveryDays = fields.Number("verify_every", 1, 3650, 180),
            Tags = fields.Texts("tags"),
            Sources = fields.Texts("sources"),
            Faces = Faces(faces, file, facts, findings),
            File = file,
        };
        fields.RefuseUnknown();
        if (article.ValidFrom > article.ValidUntil)
        {
            findings.Add(ContentFinding.Error("validity", file, 1, "Статья перестаёт действовать раньше, чем начинает.", "Поменяйте valid_from и valid_until."));
        }

        return article;
    }

    private static (string Header, string Body, int BodyLine)? SplitFrontMatter(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var bodyStart = end + "\n---\n".Length;
        return (text[4..Math.Max(4, end)], text[bodyStart..], text.AsSpan(0, bodyStart).Count('\n') + 1);
    }

    private static ArticleFaces Faces(Dictionary<string, Face> faces, string file, FactSheet facts, List<ContentFinding> findings)
    {
        if (!faces.ContainsKey(FaceSplitter.Full))
        {
            findings.Add(ContentFinding.Error("face-missing", file, 0, $"Нет раздела «{FaceSplitter.Full}».", $"Добавьте «# {FaceSplitter.Full}» и полный текст."));
        }

        return new ArticleFaces(
            Filled(FaceSplitter.Short),
            Filled(FaceSplitter.Template),
            Filled(FaceSplitter.Full) ?? new Face("", 0),
            Filled(FaceSplitter.Internal),
            Filled(FaceSplitter.Card));

        Face? Filled(string name) => faces.TryGetValue(name, out var face)
            ? face with { Markdown = facts.Fill(face.Markdown, file, face.Line, findings) }
            : null;
    }

    private static ArticleScope Scope(YamlFields? fields)
    {
        if (fields is null)
        {
            return ArticleScope.All;
        }

        var scope = new ArticleScope(fields.Texts("courses"), fields.Texts("streams"), fields.Texts("roles"));
        fields.RefuseUnknown();
        return scope;
    }

    private static string Key(YamlFields fields, string name, string file, List<ContentFinding> findings)
    {
        var line = fields.LineOf(name);
        var key = fields.Required(name);
        if (key.Length > 0 && !KebabCase().IsMatch(key))
        {
            findings.Add(ContentFinding.Error("id-shape", file, line, $"Ключ «{key}» записан не так.", "Используйте строчные латинские буквы, цифры и дефисы, до 80 знаков."));
        }

        return key;
    }

    private static DateOnly RequiredDate(YamlFields fields, string name, string file, List<ContentFinding> findings)
    {
        var line = fields.LineOf(name);
        if (!fields.Has(name))
        {
            findings.Add(ContentFinding.Error("field-missing", file, line, $"Нет поля «{name}».", $"Добавьте строку «{name}: 2026-11-12»."));
        }

        return fields.Date(name) ?? DateOnly.MinValue;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+){0,20}$", RegexOptions.NonBacktracking)]
    private static partial Regex KebabCase();
}
