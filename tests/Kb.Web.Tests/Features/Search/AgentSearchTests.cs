using System.Net;
using System.Text.Json;

namespace Kb.Web.Tests.Features.Search;

public sealed class AgentSearchTests(KbApplication kb) : IClassFixture<KbApplication>
{
    [Fact]
    public async Task The_short_answer_the_reasons_and_the_facets_come_with_a_hit()
    {
        var found = await GetAsync("/api/search?q=как+скачать+сертификат&types=article");

        var best = found.GetProperty("hits")[0];
        Assert.Equal("certificate-get", best.GetProperty("id").GetString());
        Assert.Equal("article", best.GetProperty("type").GetString());
        Assert.Contains("Документы", best.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Contains(best.GetProperty("why").EnumerateArray(), why => why.GetString() is { } reason && reason.StartsWith("«сертификат»: ", StringComparison.Ordinal) && reason.Contains("в заголовке (точно так)", StringComparison.Ordinal));
        Assert.True(best.GetProperty("score").GetDouble() > 0);
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", best.GetProperty("verifiedOn").GetString());
        Assert.Equal(JsonValueKind.Null, found.GetProperty("repaired").ValueKind);
        Assert.Equal(
            found.GetProperty("total").GetInt32(),
            found.GetProperty("facets").GetProperty("kind").EnumerateArray().Sum(facet => facet.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Templates_and_notes_are_found_where_they_are_asked_for()
    {
        var templates = await GetAsync("/api/search?q=сертификат&types=template");
        var notes = await GetAsync("/api/search?q=сертификат&types=note,ticket");

        Assert.All(templates.GetProperty("hits").EnumerateArray(), hit => Assert.Equal("template", hit.GetProperty("type").GetString()));
        Assert.DoesNotContain('\n', templates.GetProperty("hits")[0].GetProperty("answer").GetString()!.Trim());
        Assert.Contains("{{student.name}}", templates.GetProperty("hits")[0].GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.All(notes.GetProperty("hits").EnumerateArray(), hit => Assert.Equal("note", hit.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Templates_of_no_article_are_found_beside_those_of_articles()
    {
        var found = await GetAsync("/api/search?q=снимок+экрана&types=template&course=js");
        var ofKind = await GetAsync("/api/search?q=снимок+экрана&types=template&kind=site-error");
        using var browser = await kb.SignInAsync();
        var page = await browser.GetStringAsync("/search?q=снимок+экрана&types=template");

        var best = found.GetProperty("hits")[0];
        Assert.Equal(("template/details-screenshot", "template", JsonValueKind.Null), (best.GetProperty("id").GetString(), best.GetProperty("type").GetString(), best.GetProperty("verifiedOn").ValueKind));
        Assert.Contains("{{student.name}}", best.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Contains(ofKind.GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("id").GetString() == "template/details-screenshot");
        Assert.Contains($"href=\"{best.GetProperty("url").GetString()}\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(best.GetProperty("url").GetString())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/search/templates/no-such")).StatusCode);
    }

    [Fact]
    public async Task A_kind_and_a_course_narrow_what_is_found()
    {
        var all = await GetAsync("/api/search?q=сертификат");
        var narrow = await GetAsync("/api/search?q=сертификат&kind=certificate-get&course=js");

        Assert.InRange(narrow.GetProperty("total").GetInt32(), 1, all.GetProperty("total").GetInt32() - 1);
        Assert.All(
            narrow.GetProperty("hits").EnumerateArray().Where(hit => hit.GetProperty("article").ValueKind != JsonValueKind.Null),
            hit => Assert.Equal("certificate-get", hit.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task What_a_question_asks_for_counts_beside_its_words()
    {
        var best = (await GetAsync("/api/search?q=верните+деньги&types=article")).GetProperty("hits")[0];

        Assert.StartsWith("refund", best.GetProperty("kind").GetString(), StringComparison.Ordinal); // «double-charge» has both words, more often.
        Assert.Contains(best.GetProperty("why").EnumerateArray(), why => why.GetString()!.StartsWith("похоже на обращение", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_minus_keeps_what_has_the_word_out_for_the_staff_and_for_strangers()
    {
        using var stranger = kb.CreateClient();

        var found = await GetAsync("/api/search?q=как+скачать+-сертификаты");
        var help = await (await stranger.GetAsync("/api/help/search?q=как+скачать+-сертификаты")).JsonAsync();
        var alone = await GetAsync("/api/search?q=-сертификаты");

        Assert.All(found.GetProperty("hits").EnumerateArray(), hit => Assert.NotEqual("certificate-get", hit.GetProperty("article").GetString()));
        Assert.All(help.GetProperty("hits").EnumerateArray(), hit => Assert.NotEqual("certificate-get", hit.GetProperty("id").GetString()));
        Assert.Equal("как скачать -сертификаты", found.GetProperty("query").GetString());
        Assert.Equal(0, alone.GetProperty("total").GetInt32());
        Assert.Contains("Допишите, что искать", alone.GetProperty("notice").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_an_article_once_with_its_template_and_note()
    {
        using var browser = await kb.SignInAsync();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/search?q=как+получить+сертификат"));

        Assert.Equal(2, page.Split("href=\"/search/articles/certificate-get\"").Length);
        Assert.Contains("Шаблон ответа</summary>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_are_not_counted_while_a_query_is_typed()
    {
        var typed = await GetAsync("/api/search?q=как+скачать+сертиф&typing=true");

        Assert.NotEmpty(typed.GetProperty("hits").EnumerateArray());
        Assert.All(typed.GetProperty("facets").EnumerateObject(), facet => Assert.Empty(facet.Value.EnumerateArray()));
    }

    [Fact]
    public async Task A_hit_has_marks_a_link_for_students_and_badges_that_tell_what_it_is()
    {
        var found = await GetAsync("/api/search?q=как+скачать+сертификат&types=article");

        var best = found.GetProperty("hits")[0];
        var mark = best.GetProperty("answerMarks")[0];
        var marked = best.GetProperty("answer").GetString()![mark.GetProperty("start").GetInt32()..mark.GetProperty("end").GetInt32()];
        Assert.Matches("(?i)^(скача|сертификат)", marked);
        Assert.Equal("http://localhost/help/articles/certificate-get", best.GetProperty("link").GetString());
        Assert.Equal(["Статья", "Видят все"], best.GetProperty("badges").EnumerateArray().Select(badge => badge.GetString()).Take(2));
        Assert.StartsWith("Провер", best.GetProperty("badges").EnumerateArray().Last().GetString(), StringComparison.Ordinal);
        Assert.Matches("^(Нашёлся|Нашлись|Нашлось) [0-9]+ материал", found.GetProperty("summary").GetString());
        var notes = (await GetAsync("/api/search?q=сертификат&types=note")).GetProperty("hits").EnumerateArray();
        Assert.All(notes, note => Assert.Contains("Видит только команда", note.GetProperty("badges").EnumerateArray().Select(badge => badge.GetString())));
    }

    [Fact]
    public async Task A_facet_is_counted_without_its_own_filter()
    {
        var all = await GetAsync("/api/search?q=сертификат");
        var templates = await GetAsync("/api/search?q=сертификат&types=template&kind=certificate-get");

        Assert.Equal(Counts(await GetAsync("/api/search?q=сертификат&kind=certificate-get"), "type"), Counts(templates, "type"));
        Assert.Equal(Counts(await GetAsync("/api/search?q=сертификат&types=template"), "kind"), Counts(templates, "kind"));
        Assert.Equal(
            (await GetAsync("/api/search?q=сертификат&course=python")).GetProperty("total").GetInt32(),
            Counts(all, "course").Single(course => course.Value == "python").Count);
    }

    private static List<(string? Value, int Count)> Counts(JsonElement found, string facet) =>
    [
        .. found.GetProperty("facets").GetProperty(facet)
            .EnumerateArray()
            .Select(value => (value.GetProperty("value").GetString(), value.GetProperty("count").GetInt32())),
    ];

    [Theory]
    [InlineData("/api/search?q=вход&types=colour")]
    [InlineData("/api/search?q=вход&top=много")]
    public async Task A_parameter_that_means_nothing_is_refused_in_russian(string address)
    {
        using var client = await kb.CreateAgentClientAsync();

        using var response = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Matches("[а-я]", (await response.JsonAsync()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_page_shows_answers_first_and_says_when_there_are_none()
    {
        using var browser = await kb.SignInAsync();

        var found = await browser.GetStringAsync("/search?q=сертификат&types=article");
        var nothing = await browser.GetStringAsync("/search?q=" + Uri.EscapeDataString("<xyzzy>щщщ</xyzzy>") + "&exact=true");

        Assert.Contains("Скопировать ответ", found, StringComparison.Ordinal);
        Assert.Contains("<title>сертификат — поиск — Kb</title>", found, StringComparison.Ordinal);
        Assert.Contains("Почему нашлось", found, StringComparison.Ordinal);
        Assert.Contains("<mark>", found, StringComparison.Ordinal);
        Assert.Contains("types=article&amp;kind=certificate-get", found, StringComparison.Ordinal); // a facet is a link
        Assert.Contains("ничего не нашлось", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("<xyzzy>щщщ", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_article_page_of_the_staff_has_the_internal_note_and_the_template()
    {
        using var browser = await kb.SignInAsync();

        var page = await browser.GetStringAsync("/search/articles/certificate-get");
        using var missing = await browser.GetAsync("/search/articles/no-such");

        Assert.Contains("Для сотрудников", page, StringComparison.Ordinal);
        Assert.Contains("{{student.name}}", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using var client = await kb.CreateAgentClientAsync();
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }

    [Fact]
    public async Task Strangers_and_students_get_no_search_of_the_staff()
    {
        using var stranger = kb.CreateClient();
        using var student = await kb.CreateStudentClientAsync();

        using var toStranger = await stranger.GetAsync("/api/search?q=сертификат");
        using var toStudent = await student.GetAsync("/api/search?q=сертификат");

        await toStranger.AssertProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
        Assert.Equal(HttpStatusCode.Forbidden, toStudent.StatusCode);
    }
}
