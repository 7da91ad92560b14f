using Kb.Content.Facts;
using Kb.Content.Lint;
using Kb.Content.Register;
using Kb.Content.Sections;
using Kb.Content.Yaml;

namespace Kb.Content.Articles;

/// <summary>An article's file → <see cref="Article"/>: YAML front matter between «---» lines, then the faces.</summary>
internal static class ArticleReader
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
        if (FrontMatter.Split(text, file, findings) is not { } parts)
        {
            return null;
        }

        var fields = parts.Fields;
        var faces = FaceSplitter.Split(parts.Body, file, parts.BodyLine, findings);
        var article = new Article
        {
            Id = new ArticleId(fields.Key("id")),
            Title = fields.Required("title"),
            Kind = new KindId(fields.Required("kind")),
            Audience = fields.OneOf("audience", Audience.Agents, Audiences),
            Scope = Scope(fields.Nested("scope")),
            ValidFrom = fields.Date("valid_from"),
            ValidUntil = fields.Date("valid_until"),
            Owner = fields.Required("owner"),
            VerifiedOn = fields.RequiredDate("verified_on"),
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
}
