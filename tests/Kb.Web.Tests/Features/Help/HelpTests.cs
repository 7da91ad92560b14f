using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Help;

/// <summary>Over a small base of its own, so that what is public, hidden and over is plain to see.</summary>
public sealed class HelpTests : IAsyncLifetime
{
    private readonly HelpContent _content = new();
    private KbApplication _kb = null!;

    public async Task InitializeAsync() => _kb = await KbApplication.StartAsync(new TestOptions { Content = _content.Folder });

    public async Task DisposeAsync()
    {
        await _kb.DisposeAsync();
        _content.Remove();
    }

    [Fact]
    public async Task Search_finds_public_articles_only()
    {
        using var client = _kb.CreateClient();

        var found = await (await client.GetAsync("/api/help/search?q=возврата")).JsonAsync();

        Assert.Equal(2, found.GetProperty("total").GetInt32());
        Assert.Equal(["refund", "refund-part"], found.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()).Order());
        var hit = found.GetProperty("hits").EnumerateArray().Single(hit => hit.GetProperty("id").GetString() == "refund");
        Assert.Equal("/help/articles/refund", hit.GetProperty("url").GetString());
        var mark = hit.GetProperty("marks")[0];
        Assert.Equal(
            "Возврат",
            hit.GetProperty("snippet").GetString()![mark.GetProperty("start").GetInt32()..mark.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task A_repaired_query_is_named_and_can_be_searched_as_typed()
    {
        using var client = _kb.CreateClient();
        using var browser = _kb.CreateBrowser();

        var found = await (await client.GetAsync("/api/help/search?q=djpdhfn")).JsonAsync();
        var asTyped = await (await client.GetAsync("/api/help/search?q=djpdhfn&exact=true")).JsonAsync();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/help?q=djpdhfn"));

        Assert.Equal("возврат", found.GetProperty("repaired").GetString());
        Assert.Equal(0, asTyped.GetProperty("total").GetInt32());
        Assert.Contains("Показаны результаты по запросу «возврат»", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="/help?q=djpdhfn&exact=true" rel="nofollow">Искать «djpdhfn»</a>""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refund-inside")] // agents only
    [InlineData("refund-students")] // students only
    [InlineData("refund-old")] // no longer valid
    [InlineData("no-such")]
    [InlineData("..%2Frefund")]
    public async Task What_a_stranger_may_not_read_does_not_exist_for_them(string slug)
    {
        using var client = _kb.CreateClient();
        using var browser = _kb.CreateBrowser();

        using var fromApi = await client.GetAsync($"/api/help/articles/{slug}");
        using var page = await browser.GetAsync($"/help/articles/{slug}");

        await fromApi.AssertProblemAsync(HttpStatusCode.NotFound, "request.not_found");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Такой страницы нет", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_ends_with_its_last_day_by_the_schools_clock()
    {
        var clock = new TestClock(); // 12:00 in Moscow
        var content = new HelpContent();
        content.Article("refund-week", "Возврат этой недели", "public", "valid_until: 2026-11-25\n", "Возврат по правилам недели.");
        await using var kb = await KbApplication.StartAsync(
            new TestOptions { Content = content.Folder, Services = services => services.AddSingleton<TimeProvider>(clock) });
        using var client = kb.CreateClient();

        clock.Advance(TimeSpan.FromMinutes((11 * 60) + 59));
        using var lastMinute = await client.GetAsync("/api/help/articles/refund-week");
        clock.Advance(TimeSpan.FromMinutes(1));
        using var nextDay = await client.GetAsync("/api/help/articles/refund-week");
        var found = await client.GetStringAsync("/api/help/search?q=возврат");
        content.Remove();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (lastMinute.StatusCode, nextDay.StatusCode));
        Assert.DoesNotContain("refund-week", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_a_page_of_plain_html()
    {
        using var browser = _kb.CreateBrowser();

        var page = await browser.GetStringAsync("/help/articles/refund");

        Assert.Contains("<title>Как вернуть деньги — Справка</title>", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1"));
        Assert.Contains("""<h2 id="kuda-pridut-dengi">""", page, StringComparison.Ordinal);
        Assert.Contains("Проверено", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/help#refund\"", page, StringComparison.Ordinal);
        Assert.Contains("Частичный возврат", page, StringComparison.Ordinal); // «Читайте также»
        Assert.DoesNotContain("секрет", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_article_of_the_api_has_no_face_of_the_staff()
    {
        using var client = _kb.CreateClient();

        var body = await client.GetStringAsync("/api/help/articles/refund");

        Assert.Contains("за неделю", body, StringComparison.Ordinal);
        Assert.DoesNotContain("секрет", body, StringComparison.Ordinal);
        Assert.DoesNotContain("student.name", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_lists_topics_and_the_form_finds()
    {
        using var browser = _kb.CreateBrowser();

        var front = await browser.GetStringAsync("/help");
        var found = await browser.GetStringAsync("/help?q=возврат");
        var nothing = await browser.GetStringAsync("/help?q=" + Uri.EscapeDataString("щщщ <b>"));

        Assert.Contains("id=\"refund\"", front, StringComparison.Ordinal);
        Assert.DoesNotContain("Внутреннее", front, StringComparison.Ordinal);
        Assert.Contains("<mark>Возврат</mark> приходит", found, StringComparison.Ordinal);
        Assert.Contains("ничего не нашлось", nothing, StringComparison.Ordinal);
        Assert.Contains("щщщ &lt;b&gt;", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_nothing_is_offered_a_person_with_the_question_filled_in()
    {
        using var browser = _kb.CreateBrowser();

        var nothing = await browser.GetStringAsync("/help?q=" + Uri.EscapeDataString("щщщ"));

        Assert.Contains("Спросите человека", nothing, StringComparison.Ordinal);
        Assert.Contains("data-ask=\"щщщ\"", nothing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("articles/button.png", HttpStatusCode.OK)]
    [InlineData("articles/panel.png", HttpStatusCode.NotFound)] // of an article of the staff
    [InlineData("articles/forgotten.png", HttpStatusCode.NotFound)] // of no article
    [InlineData("articles/refund.md", HttpStatusCode.NotFound)]
    [InlineData("..%2F..%2Fetc%2Fpasswd", HttpStatusCode.NotFound)]
    public async Task An_image_is_as_open_as_the_article_that_shows_it(string path, HttpStatusCode status)
    {
        using var client = _kb.CreateClient();

        using var response = await client.GetAsync("/help/files/" + path);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_staff_sees_the_images_of_every_article()
    {
        using var agent = await _kb.SignInAsync();

        using var image = await agent.GetAsync("/help/files/articles/panel.png");

        Assert.Equal("image/png", image.Content.Headers.ContentType?.MediaType);
    }
}
