using Kb.Content.Rendering;

namespace Kb.Content.Tests.Rendering;

public sealed class HtmlSanitizerTests
{
    [Theory]
    [InlineData("<p onclick=x>текст</p>", "<p>текст</p>")]
    [InlineData("<script>alert(1)</script>текст", "текст")]
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>", "ipt&gt;alert(1)ipt&gt;")]
    [InlineData("<img src=x onerror=alert(1)>", "")]
    [InlineData("<img src=/help/files/a.png alt=схема style=x>", "<img src=\"/help/files/a.png\" alt=\"схема\">")]
    [InlineData("<img src=https://elsewhere.example/pixel.png>", "")]
    [InlineData("<a href=javascript:alert(1)>жми</a>", "<a>жми</a>")]
    [InlineData("<a href='java\tscript:alert(1)'>жми</a>", "<a>жми</a>")]
    [InlineData("<a href=//elsewhere.example>жми</a>", "<a>жми</a>")]
    [InlineData("<a href=/\\elsewhere.example>жми</a>", "<a>жми</a>")]
    [InlineData("<a href=data:text/html,x>жми</a>", "<a>жми</a>")]
    [InlineData("<a href=/help/articles/x>статья</a>", "<a href=\"/help/articles/x\">статья</a>")]
    [InlineData("<a href=https://x.example/>сайт</a>", "<a href=\"https://x.example/\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">сайт</a>")]
    [InlineData("<div class=fake-agent><b>Агент</b></div>", "Агент")]
    [InlineData("<h2 id=kak-skachat>Как</h2><h2 id=config>Как</h2>", "<h2 id=\"kak-skachat\">Как</h2><h2 id=\"config\">Как</h2>")]
    [InlineData("<h2 id='a b'>Как</h2>", "<h2>Как</h2>")]
    [InlineData("<!--x--><p>а<!--y--></p>", "<p>а</p>")]
    [InlineData("<input type=text><input type=checkbox disabled>", "<input type=\"checkbox\" disabled=\"\">")]
    [InlineData("<form action=//x><button>ок</button></form>", "ок")]
    [InlineData("<base href=//x><meta http-equiv=refresh content=0>текст", "текст")]
    public void Only_the_allow_list_survives(string html, string safe) => Assert.Equal(safe, HtmlSanitizer.Sanitize(html));

    [Theory]
    [InlineData("<svg><p><style><img src=x onerror=alert(1)></style></p></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">")]
    [InlineData("<table><td><a href='jav&#x61;script:alert(1)'>x</a>")]
    [InlineData("<details open ontoggle=alert(1)><summary>x</summary></details>")]
    public void Known_mutation_attacks_leave_nothing_that_runs(string html)
    {
        var safe = HtmlSanitizer.Sanitize(html);

        Assert.DoesNotMatch("<[^>]*onerror", safe);
        Assert.DoesNotContain("javascript:", safe, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ontoggle", safe, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(safe, HtmlSanitizer.Sanitize(safe));
    }

    [Fact]
    public void Random_markup_is_stable_under_a_second_pass_and_never_throws()
    {
        string[] parts = ["<p>", "</p>", "<a href=", "\"", "'", ">", "<svg>", "</svg>", "<style>", "<table>", "<tr>", "<td>", "текст", "&lt;", "<!--", "-->", "<h2 id=a>", "<img src=/x", " onerror=x", "<math>", "<template>", "<li>", "\0", "<b>"];
        var random = new Random(42);
        for (var round = 0; round < 2_000; round++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => parts[random.Next(parts.Length)]));
            var safe = HtmlSanitizer.Sanitize(html);
            Assert.Equal(safe, HtmlSanitizer.Sanitize(safe));
        }
    }

    [Fact]
    public void Absurdly_deep_markup_does_not_end_the_process() =>
        Assert.Contains("дно", HtmlSanitizer.Sanitize(string.Concat(Enumerable.Repeat("<blockquote>", 5_000)) + "дно"), StringComparison.Ordinal);
}
