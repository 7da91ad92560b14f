using Kb.Content.Lint;
using Kb.Content.Register;
using Kb.Content.Regulations;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Regulations;

public sealed class RegulationTests : IDisposable
{
    private const string File = "regulations/documents.md";

    private readonly TestFolder _folder = new();

    [Fact]
    public void A_regulation_says_what_to_do_at_each_status()
    {
        _folder.Write(File, Text());

        var result = _folder.Load();

        Assert.Empty(result.Findings);
        var regulation = Assert.Single(result.Base!.Regulations);
        Assert.Equal("Ответьте за 24\u00A0часа.", regulation.Steps["Закрыт"].Markdown);
        Assert.Equal(1, result.Summary.Regulations);
    }

    [Fact]
    public void Kind_wins_over_type_and_nothing_known_has_none()
    {
        _folder.Write(File, Text());
        _folder.Write("regulations/name.md", Text("name", "kinds: [certificate-name]"));
        var all = _folder.Load().Base!.Regulations;

        Assert.Equal("name", Regulation.Of(all, new KindId("certificate-name"), "documents")!.Id.Value);
        Assert.Equal("documents", Regulation.Of(all, new KindId("certificate-get"), "documents")!.Id.Value);
        Assert.Equal("documents", Regulation.Of(all, null, "documents")!.Id.Value);
        Assert.Null(Regulation.Of(all, null, null));
    }

    [Theory]
    [InlineData("types: []", "regulation-for")]
    [InlineData("types: [documents]\nkinds: [certificate-get]", "regulation-for")]
    [InlineData("types: [no-such]", "type-unknown")]
    [InlineData("kinds: [no-such]", "kind-unknown")]
    [InlineData("types: [documents, documents]", "regulation-twice")]
    public void It_is_for_types_or_for_kinds_that_exist(string lists, string code)
    {
        _folder.Write(File, Text(lists: lists));

        Assert.Contains(_folder.Load().Findings, finding => finding.Rule == code && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void Two_for_one_kind_or_one_key_are_refused()
    {
        _folder.Write(File, Text("a", "kinds: [certificate-get]"));
        _folder.Write("regulations/twin.md", Text("a", "kinds: [certificate-get]"));

        Assert.Equal(
            ["id-duplicate", "regulation-twice"],
            _folder.Load().Findings.Where(finding => finding.File.EndsWith("twin.md", StringComparison.Ordinal)).Select(finding => finding.Rule));
    }

    [Fact]
    public void A_type_without_regulation_is_a_warning_once_there_is_any()
    {
        _folder.Write(File, Text("name", "kinds: [certificate-name]"));

        var finding = Assert.Single(_folder.Load().Findings);

        Assert.Equal((FindingSeverity.Warning, "regulation-missing", "regulations/documents.md"), (finding.Severity, finding.Rule, finding.File));
    }

    [Theory]
    [InlineData("# В работе", "# В отпуске", "status-order", 20)]
    [InlineData("# В работе\n\nШаги.\n", "", "status-order", 21)]
    [InlineData("# Закрыт\n\nОтветьте за {{fact.hours|час|часа|часов}}.", "", "status-order", 31)]
    [InlineData("# Открыт", "Вступление\n\n# Открыт", "status-order", 9)]
    [InlineData("# Открыт", "# Открыт\n\nПошло.\n\n# Открыт", "status-order", 13)]
    [InlineData("# В работе\n\nШаги.\n", "# В работе\n", "status-empty", 20)]
    [InlineData("# В работе\n\nШаги.", "# В работе\n\n[х](template:no-such)", "link-dead", 22)]
    [InlineData("# В работе\n\nШаги.", "# В работе\n\n{{student.name}}", "variable-unknown", 22)]
    public void A_fault_in_the_text_is_named_with_its_line(string old, string with, string code, int line)
    {
        _folder.Write(File, Text().Replace(old, with, StringComparison.Ordinal));

        var result = _folder.Load();

        Assert.Null(result.Base);
        Assert.Equal((code, line), (Assert.Single(result.Findings).Rule, result.Findings[0].Line));
    }

    [Fact]
    public void A_regulation_leads_to_templates()
    {
        _folder.Write("templates/details/screenshot.md", "---\nid: screenshot\ntitle: Снимок\ngroup: details\n---\nПришлите снимок.");
        _folder.Write(File, Text().Replace("Шаги.", "[Снимок](template:screenshot)", StringComparison.Ordinal));

        Assert.Empty(_folder.Load().Findings);
    }

    private static string Text(string id = "documents", string lists = "types: [documents]") => $$$"""
        ---
        id: {{{id}}}
        title: Документы
        {{{lists}}}
        owner: documents
        verified_on: 2026-11-12
        ---

        # Открыт

        Прочитайте вопрос.

        ## Подробнее

        # Классификация

        Выберите вид.


        # В работе

        Шаги.

        # Ожидание от инициатора

        Ждём.

        # Внутренний запрос

        Передали.
        # Обратная связь

        Спросите, помогло ли.

        # Закрыт

        Ответьте за {{fact.hours|час|часа|часов}}.
        """;

    public void Dispose() => _folder.Dispose();
}
