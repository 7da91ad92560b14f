using System.Collections.Frozen;
using Kb.Content.Articles;
using Kb.Content.Lint;
using Kb.Content.Loading;
using Kb.Content.Register;

namespace Kb.Content.Tests.Loading;

public sealed class KnowledgeBaseLoaderTests : IDisposable
{
    private const string ArticleFile = "articles/documents/certificate-get.md";

    private readonly TestFolder _folder = new();

    [Fact]
    public void A_good_folder_gives_a_base_with_facts_filled_in()
    {
        var result = _folder.Load();

        Assert.Empty(result.Findings);
        var article = result.Base!.Articles[new ArticleId("certificate-get")];
        Assert.Equal("Откройте [«Документы»](link:documents), сертификат появится через 24\u00A0часа.", article.Faces.Short!.Markdown);
        Assert.Equal("{{student.name}}, здравствуйте!", article.Faces.Template!.Markdown);
        Assert.Equal(AnswerMode.Operator, result.Base.Register.Kinds[new KindId("certificate-name")].Answer);
        Assert.Equal(new ContentSummary(2, 0, 1, 1, 0, 6, 1, 0, 0, 0), result.Summary);
    }

    [Fact]
    public void The_fingerprint_follows_the_content_and_nothing_else()
    {
        using var twin = new TestFolder();
        var first = _folder.Load().Base!.Fingerprint;

        Assert.Equal(first, twin.Load().Base!.Fingerprint);

        twin.Write("phrases/documents.yaml", "certificate-get: {phrases: [иначе]}");
        Assert.NotEqual(first, twin.Load().Base!.Fingerprint);
    }

    [Theory]
    [InlineData("register.yaml", "types: [", "yaml", 1)]
    [InlineData("register.yaml", "types:\n  - {id: a, name: А, kinds: [{id: b, name: Б, line: 7, service: today, answer: self}]}", "field-value", 2)]
    [InlineData("register.yaml", "types:\n  - {id: a, name: А, kinds: [{id: b, name: Б, line: 1, service: today, answer: self}, {id: b, name: В, line: 1, service: today, answer: self}]}", "id-duplicate", 2)]
    [InlineData("facts.yaml", "facts: {a: 1, a: 2}", "yaml", 1)]
    [InlineData("facts.yaml", "facts:\n  a: &x 1\n  b: *x", "yaml", 3)]
    [InlineData("facts.yaml", "facts:\n  a: !!int 1", "yaml", 2)]
    [InlineData("facts.yaml", "links:\n  a: javascript:alert(1)", "link-address", 1)]
    [InlineData("phrases/documents.yaml", "certificate-gett: {phrases: [а]}", "kind-unknown", 1)]
    [InlineData("phrases/documents.yaml", "certificate-get:\n  patterns: ['(как']", "pattern", 2)]
    [InlineData("phrases/documents.yaml", "certificate-get:\n  frases: [а]", "field-unknown", 2)]
    [InlineData(ArticleFile, "просто текст", "front-matter", 1)]
    [InlineData(ArticleFile, "---\nid: x\n---\n\n# Подробно\n\nТекст", "field-missing", 2)]
    public void A_broken_file_is_named_with_its_line(string file, string text, string code, int line)
    {
        _folder.Write(file, text);

        var result = _folder.Load();

        Assert.Null(result.Base);
        Assert.Contains(result.Findings, finding => finding.Rule == code && finding.File == file && finding.Line == line);
        Assert.All(result.Findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Remedy)));
    }

    [Theory]
    [InlineData("[x](article:no-such)", "link-dead")]
    [InlineData("[x](link:no-such)", "link-dead")]
    [InlineData("[x](javascript:alert(1))", "link-address")]
    [InlineData("[x](certificate-get.md)", "link-address")]
    [InlineData("![x](no-such.png)", "image-missing")]
    [InlineData("![x](https://elsewhere.example/x.png)", "image-missing")]
    [InlineData("![x](../../../secret.png)", "image-missing")]
    [InlineData("{{fact.no_such}}", "fact-unknown")]
    [InlineData("{{fact.school|а|б|в}}", "fact-plural")]
    [InlineData("{{student.name}}", "variable-unknown")]
    public void A_fault_in_a_text_is_named_with_its_line(string fault, string code)
    {
        _folder.Write(ArticleFile, TestFolder.Article(full: "Откройте «Документы».\n\n" + fault));

        var result = _folder.Load();

        Assert.Null(result.Base);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((code, ArticleFile, 23), (finding.Rule, finding.File, finding.Line));
    }

    [Fact]
    public void Two_articles_with_one_id_are_refused()
    {
        _folder.Write("articles/documents/copy.md", TestFolder.Article());

        var finding = Assert.Single(_folder.Load().Findings);

        Assert.Equal(("id-duplicate", "articles/documents/copy.md"), (finding.Rule, finding.File));
    }

    [Fact]
    public void An_unknown_kind_is_refused()
    {
        _folder.Write(ArticleFile, TestFolder.Article(kind: "no-such"));

        Assert.Equal("kind-unknown", Assert.Single(_folder.Load().Findings).Rule);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("  ")]
    public void A_Markdown_bomb_is_refused_and_does_not_end_the_process(string bomb)
    {
        _folder.Write(ArticleFile, TestFolder.Article(full: string.Concat(Enumerable.Repeat(bomb, 20_000)) + "x"));

        Assert.Contains(_folder.Load().Findings, finding => finding.Rule == "markdown-bomb");
    }

    [Fact]
    public void A_YAML_bomb_is_refused_and_does_not_end_the_process()
    {
        _folder.Write("facts.yaml", "facts: " + new string('[', 100_000));

        Assert.Contains(_folder.Load().Findings, finding => finding is { Rule: "yaml", File: "facts.yaml" });
    }

    [Fact]
    public void A_huge_or_binary_file_is_refused()
    {
        _folder.Write("articles/documents/huge.md", new byte[1024 * 1024 + 1]);
        _folder.Write("articles/documents/binary.md", [0xFF, 0xFE, 0x00, 0xC3]);

        var codes = _folder.Load().Findings.Select(finding => finding.Rule).ToList();

        Assert.Contains("file-size", codes);
        Assert.Contains("file-encoding", codes);
    }

    [Fact]
    public void A_missing_folder_is_a_finding() =>
        Assert.Equal("folder-missing", Assert.Single(KnowledgeBaseLoader.Load("/no/such/folder", TestFolder.Today).Findings).Rule);

    [Fact]
    public void Warnings_leave_the_base_usable()
    {
        _folder.Write(ArticleFile, TestFolder.Article().Replace("2026-11-12", "2025-01-01", StringComparison.Ordinal));
        _folder.Write("phrases/more.yaml", "certificate-name: {phrases: ['Как скачать сертификат?']}");

        var result = _folder.Load();

        Assert.NotNull(result.Base);
        Assert.Equal(["verification-overdue", "phrase-twice"], result.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void A_golden_question_that_is_trained_on_or_stands_in_both_halves_is_named()
    {
        _folder.Write("golden/dev/documents.yaml", "certificate-get:\n  - Где серт?\n  - зелёная галочка\n  - как взять сертификат");
        _folder.Write("golden/gate/documents.yaml", "certificate-get: [Зеленая галочка!]");
        _folder.Write("golden/gate/not-ours.yaml", "far: [какой сегодня день]");

        var result = _folder.Load();

        Assert.Equal(
            [("golden-leak", "golden/dev/documents.yaml", 2), ("golden-twice", "golden/gate/documents.yaml", 1)],
            result.Findings.Select(finding => (finding.Rule, finding.File, finding.Line)));
        Assert.Equal((3, 2), (result.Summary.GoldenDev, result.Summary.GoldenGate));
        Assert.DoesNotContain("как взять сертификат", result.Base!.Phrases.Intents["certificate-get"]);
        Assert.Contains("где взять сертификат", result.Base.Phrases.Intents["certificate-get"]);
        Assert.Equal(("far", null), (result.Base.Golden.Gate[1].Group, result.Base.Golden.Gate[1].Expected));
    }

    [Fact]
    public void A_golden_question_of_an_unknown_kind_is_refused()
    {
        _folder.Write("golden/gate/documents.yaml", "no-such: [вопрос]");

        Assert.Equal("kind-unknown", Assert.Single(_folder.Load().Findings).Rule);
    }

    [Fact]
    public void Random_bytes_in_any_file_never_throw()
    {
        var random = new Random(20261122);
        string[] files = ["register.yaml", "facts.yaml", ArticleFile, "phrases/documents.yaml", "phrases/not-ours.yaml"];
        for (var round = 0; round < 300; round++)
        {
            var file = files[round % files.Length];
            var good = File.ReadAllText(Path.Combine(_folder.Path, file));
            var spoilt = good.ToCharArray();
            for (var change = 0; change < 5 && spoilt.Length > 0; change++)
            {
                spoilt[random.Next(spoilt.Length)] = ":-[]{}'\"#&*!|>%@`\n\t абв<"[random.Next(24)];
            }

            _folder.Write(file, new string(spoilt));
            var result = _folder.Load();
            Assert.Equal(result.Base is null, result.Findings.Any(finding => finding.Severity == FindingSeverity.Error));
            _folder.Write(file, good);
        }
    }

    [Fact]
    public void Articles_of_a_kind_respect_audience_scope_and_validity_and_those_of_the_readers_stream_lead()
    {
        _folder.Write("articles/documents/for-course.md", TestFolder.Article("for-course", extra: "scope: {courses: [python]}"));
        _folder.Write("articles/documents/of-stream.md", TestFolder.Article("of-stream", extra: "scope: {streams: [осень-2026]}"));
        _folder.Write("articles/documents/expired.md", TestFolder.Article("expired", extra: "valid_until: 2026-11-19"));
        _folder.Write("articles/documents/inner.md", TestFolder.Article("inner").Replace("audience: public", "audience: agents", StringComparison.Ordinal));
        var knowledge = _folder.Load().Base!;

        string Visible(params string[] grants) => string.Join(' ', knowledge
            .ArticlesOf(new KindId("certificate-get"), grants.ToFrozenSet(), TestFolder.Today)
            .Select(article => article.Id.Value));

        Assert.Equal("certificate-get", Visible("public"));
        Assert.Equal("certificate-get for-course", Visible("public", "students", "course:python"));
        Assert.Equal("of-stream certificate-get", Visible("public", "students", "stream:осень-2026"));
        Assert.Equal("certificate-get", Visible("public", "students", "stream:весна-2026"));
        Assert.Equal("certificate-get for-course inner of-stream", Visible("public", "agents"));
    }

    public void Dispose() => _folder.Dispose();
}
