using System.Collections.Frozen;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Rendering;
using Kb.Content.Templates;

namespace Kb.Content.Tests.Rendering;

public sealed class MarkdownRendererTests
{
    private static readonly MarkdownRenderer Renderer = new(new LinkTargets(
        FrozenSet.Create(new ArticleId("certificate-get")),
        new FactSheet(
            FrozenDictionary<string, string>.Empty,
            new Dictionary<string, string> { ["documents"] = "https://lk.example/documents" }.ToFrozenDictionary())));

    [Theory]
    [InlineData("**Важно:** нажмите `Скачать`", "<p><strong>Важно:</strong> нажмите <code>Скачать</code></p>")]
    [InlineData("[статья](article:certificate-get)", "<p><a href=\"/help/articles/certificate-get\">статья</a></p>")]
    [InlineData("[статья](article:certificate-get#kak)", "<p><a href=\"/help/articles/certificate-get#kak\">статья</a></p>")]
    [InlineData("[документы](link:documents)", "<p><a href=\"https://lk.example/documents\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">документы</a></p>")]
    [InlineData("см. [**эту** статью](article:no-such), да", "<p>см. <strong>эту</strong> статью, да</p>")]
    [InlineData("[шаблон](template:greeting)", "<p>шаблон</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("Цена 15 000 ₽ — это 80 % от 2026 года", "<p>Цена 15&nbsp;000&nbsp;₽&nbsp;— это 80&nbsp;% от 2026 года</p>")]
    [InlineData("[жми](javascript:alert(1))", "<p><a>жми</a></p>")]
    [InlineData("![схема](../img/a.png)", "<p><img src=\"/help/files/articles/img/a.png\" alt=\"схема\"></p>")]
    [InlineData("- [x] да\n- [ ] нет", "<ul>\n<li><input disabled=\"disabled\" type=\"checkbox\" checked=\"checked\"> да</li>\n<li><input disabled=\"disabled\" type=\"checkbox\"> нет</li>\n</ul>")]
    public void Render_gives_safe_html(string markdown, string html) =>
        Assert.Equal(html, Renderer.Render(markdown, "articles/documents").Html.Trim());

    [Fact]
    public void The_staff_is_led_to_its_own_pages_and_to_templates()
    {
        var targets = new LinkTargets(FrozenSet.Create(new ArticleId("certificate-get")), FactSheet.Empty)
        {
            ArticlesAt = LinkTargets.StaffArticlesPath,
            Templates = FrozenSet.Create(new TemplateId("greeting")),
        };

        var html = new MarkdownRenderer(targets).Render("[статья](article:certificate-get#kak) [шаблон](template:greeting)").Html.Trim();

        Assert.Equal("<p><a href=\"/search/articles/certificate-get#kak\">статья</a> <a href=\"/search/templates/greeting\">шаблон</a></p>", html);
    }

    [Fact]
    public void Headings_under_a_heading_of_the_page_begin_one_level_below_it()
    {
        var text = Renderer.Render("## Как\n\n###### Глубже", under: 2);

        Assert.Equal("<h3 id=\"kak\">Как</h3>\n<h6 id=\"glubzhe\">Глубже</h6>", text.Html.Trim());
    }

    [Fact]
    public void Headings_get_transliterated_unique_anchors()
    {
        var text = Renderer.Render("## Как скачать\n\n## Как скачать\n\n### С телефона");

        Assert.Equal(["kak-skachat", "kak-skachat-2", "s-telefona"], text.Headings.Select(heading => heading.Id));
        Assert.Contains("<h2 id=\"kak-skachat-2\">Как скачать</h2>", text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_keeps_the_words_and_drops_the_markup() =>
        Assert.Equal("Откройте «Документы» и нажмите Скачать", MarkdownRenderer.ToPlainText("Откройте [«Документы»](link:documents) и **нажмите** `Скачать`"));

    [Fact]
    public void Plain_text_breaks_lines_between_paragraphs_and_not_where_the_source_is_wrapped() =>
        Assert.Equal(
            "Рассчитываете на вычет — уточните в налоговой.\nПодарок действует год.",
            MarkdownRenderer.ToPlainText("Рассчитываете на вычет —\nуточните в [налоговой](link:tax).\n\nПодарок действует год."));

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("![")]
    [InlineData("_a ")]
    [InlineData("- ")]
    [InlineData("|")]
    public void A_bomb_is_shown_as_text(string bomb)
    {
        var html = Renderer.Render(string.Concat(Enumerable.Repeat(bomb, 20_000))).Html;

        Assert.NotEmpty(html);
    }

    [Fact]
    public void Random_markdown_never_throws()
    {
        string[] parts = ["#", " ", "\n", "[", "](", ")", "!", "*", "_", "`", "<b>", "|", "---", "> ", "- ", "1. ", "текст", "http://x.example", "\0", "\uD800", "&amp;", "\\", "~~~"];
        var random = new Random(11);
        for (var round = 0; round < 2_000; round++)
        {
            Assert.NotNull(Renderer.Render(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => parts[random.Next(parts.Length)]))).Html);
        }
    }
}
