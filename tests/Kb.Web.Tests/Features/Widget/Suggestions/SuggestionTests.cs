using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kb.Web.Features.Search.Misses;
using Kb.Web.Features.Widget.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Widget.Suggestions;

public sealed class SuggestionTests(KbApplication kb) : IClassFixture<KbApplication>
{
    private const string Address = "/api/widget/suggestions";

    [Theory]
    [InlineData("серт", "Как получить сертификат")]
    [InlineData("cthnbabrfn", "Как получить сертификат")]
    [InlineData("сертефикат", "Как получить сертификат")]
    [InlineData("как верн", "Оформить возврат")]
    [InlineData("промок", "Промокод не применяется")]
    [InlineData("когда начн", "Когда начинается курс")]
    public async Task The_beginning_of_a_question_brings_titles_of_answers(string typed, string first)
    {
        var titles = await SuggestAsync(await kb.CreateAnonymousClientAsync(), typed);

        Assert.Equal(first, titles[0]);
        Assert.InRange(titles.Length, 1, AnswerSuggestions.Shown);
    }

    [Theory]
    [InlineData("деньги")]
    [InlineData("не открывается")]
    [InlineData("вебин")]
    public async Task Who_asks_a_suggested_title_is_answered_with_that_article(string typed)
    {
        using var student = await kb.CreateAnonymousClientAsync();
        using var agent = await kb.CreateAgentClientAsync();

        var items = (await AskAsync(student, typed)).GetProperty("items").EnumerateArray().ToArray();

        Assert.NotEmpty(items);
        foreach (var item in items)
        {
            var read = await (await agent.GetAsync($"/api/bot/classify?text={Uri.EscapeDataString(item.GetProperty("title").GetString()!)}")).JsonAsync();
            Assert.Contains(item.GetProperty("id").GetString(), read.GetProperty("articles").EnumerateArray().Select(article => article.GetString()));
        }
    }

    [Fact]
    public async Task Only_what_a_student_may_read_is_suggested()
    {
        const string Title = "Как оформить GitHub для портфолио";
        var stranger = await SuggestAsync(await kb.CreateAnonymousClientAsync(), "оформить github");
        var ofCourse = await SuggestAsync(await kb.CreateStudentClientAsync(courses: new TestCourse("python", "Питон с нуля")), "оформить github");

        Assert.DoesNotContain(Title, stranger);
        Assert.Contains(Title, ofCourse);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ка")]
    [InlineData("1234 5678")]
    [InlineData("добрый день")]
    [InlineData("спасибо большое")]
    [InlineData("позовите оператора")]
    [InlineData("погода в мос")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("' OR 1=1 --")]
    [InlineData("👩‍🎓👩‍🎓👩‍🎓")]
    public async Task What_is_no_question_about_an_article_brings_nothing(string typed) =>
        Assert.Empty(await SuggestAsync(await kb.CreateAnonymousClientAsync(), typed));

    [Fact]
    public async Task A_text_of_any_length_is_answered_and_an_absent_one_refused()
    {
        using var student = await kb.CreateAnonymousClientAsync();

        Assert.Equal(HttpStatusCode.OK, (await student.PostAsJsonAsync(Address, new { text = new string('я', 20_000) })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await student.PostAsJsonAsync(Address, new { })).StatusCode);
    }

    [Fact]
    public async Task Without_a_session_nobody_is_told_anything()
    {
        using var stranger = kb.CreateClient();

        var response = await stranger.PostAsJsonAsync(Address, new { text = "сертификат" });

        await response.AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task Pages_of_the_site_may_ask_and_others_may_not(string origin, bool isAllowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Address);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");

        using var response = await kb.CreateClient().SendAsync(request);

        Assert.Equal(isAllowed, response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Half_a_sentence_that_was_never_sent_is_written_down_nowhere()
    {
        await SuggestAsync(await kb.CreateAnonymousClientAsync(), "щепкотрюмный бурдюк");

        Assert.DoesNotContain(kb.Services.GetRequiredService<SearchSessions>().TakeMisses(), miss => miss.Text.Contains("бурдюк", StringComparison.Ordinal));
    }

    private static async Task<string[]> SuggestAsync(HttpClient student, string typed) =>
        [.. (await AskAsync(student, typed)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];

    private static async Task<JsonElement> AskAsync(HttpClient student, string typed)
    {
        using var response = await student.PostAsJsonAsync(Address, new { text = typed });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }
}
