using Kb.Content.Register;
using Kb.Content.Templates;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Templates;

public sealed class TemplateReaderTests : IDisposable
{
    private const string File = "templates/details/screenshot.md";

    private readonly TestFolder _folder = new();

    [Fact]
    public void A_template_keeps_its_variables_and_gets_its_facts()
    {
        _folder.Write(File, Template());

        var result = _folder.Load();

        Assert.Empty(result.Findings);
        var template = result.Base!.Templates[new TemplateId("screenshot")];
        Assert.Equal("{{student.name}}, пришлите снимок экрана: ответим за 24\u00A0часа, {{ticket.due}}.", template.Text.Markdown);
        Assert.Equal((TemplateGroup.Details, "Просим снимок экрана"), (template.Group, template.Title));
        Assert.Equal<KindId>([new KindId("certificate-get")], template.Kinds);
        Assert.Equal<string>(["documents"], template.Types);
        Assert.Equal(1, result.Summary.Templates);
    }

    [Theory]
    [InlineData("нет полей", "front-matter", 1)]
    [InlineData("---\nid: a\ntitle: А\ngroup: detials\n---\nТекст", "field-value", 4)]
    [InlineData("---\nid: А Б\ntitle: А\ngroup: details\n---\nТекст", "id-shape", 2)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\n---\n\n", "template-empty", 6)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\nkinds: [no-such]\n---\nТекст", "kind-unknown", 1)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\ntypes: [no-such]\n---\nТекст", "type-unknown", 1)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\nwhen: ночью\n---\nТекст", "field-unknown", 5)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\n---\n\n{{student.nam}}", "variable-unknown", 7)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\n---\nТекст\n{{fact.no_such}}", "fact-unknown", 7)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\n---\n[х](article:no-such)", "link-dead", 6)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\n---\n[х](template:a)", "link-dead", 6)]
    [InlineData("---\nid: a\ntitle: А\ngroup: details\n---\n[х](javascript:alert)", "link-address", 6)]
    public void A_fault_is_named_with_its_line(string text, string code, int line)
    {
        _folder.Write(File, text);

        _folder.AssertRefused(code, File, line);
    }

    [Fact]
    public void A_template_may_have_the_key_of_an_article_but_not_of_another_template()
    {
        _folder.Write(File, Template("certificate-get"));
        Assert.Empty(_folder.Load().Findings);

        _folder.Write("templates/greeting/copy.md", Template("certificate-get"));
        Assert.Equal(["id-duplicate"], _folder.Load().Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Any_text_is_read_without_an_exception()
    {
        var random = new Random(3);
        string[] parts = ["---\n", "id: a\n", "title: 'А\n", "group: details\n", "kinds: [a, [b]]\n", "\n", "{{", "}}", "[х](template:", ")", "# Открыт\n", "\u0000", "```\n", ": \n"];
        for (var round = 0; round < 200; round++)
        {
            _folder.Write(File, string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => parts[random.Next(parts.Length)])));
            _folder.Write("regulations/a.md", string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => parts[random.Next(parts.Length)])));

            Assert.NotEmpty(_folder.Load().Findings);
        }
    }

    private static string Template(string id = "screenshot") => $$$"""
        ---
        id: {{{id}}}
        title: Просим снимок экрана
        group: details
        kinds: [certificate-get]
        types: [documents]
        tags: [скриншот]
        ---

        {{student.name}}, пришлите снимок экрана: ответим за {{fact.hours|час|часа|часов}}, {{ticket.due}}.
        """;

    public void Dispose() => _folder.Dispose();
}
