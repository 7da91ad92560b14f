using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kb.Web.Tests.Features.Chat;

namespace Kb.Web.Tests.Features.Tickets;

/// <summary>Prepared replies and the regulation beside a ticket, by the API and by the page's plain forms.</summary>
public sealed class TicketTemplatesTests(SmallKb kb) : IClassFixture<SmallKb>, IAsyncLifetime
{
    private HttpClient _agent = null!;

    public async Task InitializeAsync() => _agent = await kb.CreateAgentClientAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_fits_comes_first_with_its_values_and_says_what_is_missing()
    {
        var ticket = await OpenAsync("certificate-get");

        var templates = (await TicketAsync(ticket)).GetProperty("suggestions").GetProperty("templates").EnumerateArray().ToList();

        Assert.Equal(["template/greeting-first", "template/details-course"], templates.Select(template => Text(template, "id")));
        Assert.Matches(@"^Мария, здравствуйте! Это Тест\. Ответим по обращению №\u00a0\d+ до \d+:\d\d \d+ [а-я]+( \d+ года)?\.$", Text(templates[0], "text"));
        Assert.Empty(templates[0].GetProperty("missing").EnumerateArray());
        Assert.Equal("Вы пишете о сертификате курса «{{course.title}}»?", Text(templates[1], "text"));
        Assert.Equal(["course.title"], templates[1].GetProperty("missing").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task What_the_bot_knows_of_the_student_fills_the_course()
    {
        var student = await kb.CreateStudentClientAsync("one-course", courses: new TestCourse("py", "Python с нуля"));
        var conversation = await student.StartConversationAsync();
        await student.SayAsync(conversation, "передайте оператору: где сертификат?");
        var ticket = await WaitForTicketAsync(conversation);

        var page = await BrowserPageAsync(ticket);

        Assert.Contains("Вы пишете о сертификате курса «Python с нуля»?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_with_an_empty_place_is_refused_in_words_and_other_braces_are_not_ours()
    {
        var ticket = await OpenAsync("certificate-get");

        var refused = await _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "Курс «{{course.title}}», {{ student.name }}?" });
        var sent = await _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "В Jinja пишите {{ user.name }}.", templateId = "template/details-course" });

        var problem = await refused.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "ticket.reply_unfilled");
        Assert.Equal("Впишите название курса вместо {{course.title}}, имя студента вместо {{student.name}}.", Text(problem, "detail"));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.DoesNotContain("course.title", (await TicketAsync(ticket)).GetProperty("messages").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_regulation_follows_the_status()
    {
        var ticket = await OpenAsync("certificate-get");

        var before = (await TicketAsync(ticket)).GetProperty("regulation");
        await _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "Смотрю." });
        var after = (await TicketAsync(ticket)).GetProperty("regulation");

        Assert.Equal(("documents", "Документы", "open", "Открыт"), (Text(before, "id"), Text(before, "title"), Text(before, "status"), Text(before, "statusLabel")));
        Assert.Contains("<a href=\"/search/templates/greeting-first\">", Text(before, "html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search/articles/certificate-get\">", Text(before, "html"), StringComparison.Ordinal);
        Assert.Contains("<h3 id=\"esli-sertifikata-net\">", Text(before, "html"), StringComparison.Ordinal);
        Assert.Equal(("in_progress", "Проверьте раздел «Документы» и ответьте."), (Text(after, "status"), Text(after, "text")));
    }

    [Fact]
    public async Task A_ticket_that_nobody_understands_yet_has_no_regulation()
    {
        var ticket = await TicketAsync(await OpenAsync(kind: null));

        Assert.Equal(JsonValueKind.Null, ticket.GetProperty("regulation").ValueKind);
    }

    [Fact]
    public async Task Without_scripts_a_press_puts_the_template_after_what_is_typed_and_sends_nothing()
    {
        var ticket = await OpenAsync("certificate-get");
        using var browser = await kb.SignInAsync();

        var inserted = await browser.SubmitAsync(
            $"/desk/tickets/{ticket}", $"/desk/tickets/{ticket}/template", new() { ["template"] = "template/closing-solved", ["text"] = "Готово. " });
        var page = WebUtility.HtmlDecode(await inserted.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, inserted.StatusCode);
        Assert.Matches(new Regex(@"<textarea id=""reply-text""[^>]*>Готово\.\n\nРады, что получилось\. Подробности: «Как получить сертификат» \(http://localhost/help/articles/certificate-get\)\.</textarea>"), page);
        Assert.Contains("name=\"templateId\" value=\"template/closing-solved\"", page, StringComparison.Ordinal);
        Assert.Single((await TicketAsync(ticket)).GetProperty("messages").EnumerateArray());
    }

    [Fact]
    public async Task A_template_that_has_gone_keeps_the_text_and_says_so()
    {
        var ticket = await OpenAsync("certificate-get");
        using var browser = await kb.SignInAsync();

        var refused = await browser.SubmitAsync(
            $"/desk/tickets/{ticket}", $"/desk/tickets/{ticket}/template", new() { ["template"] = "template/no-such", ["text"] = "Готово." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Такого шаблона нет", page, StringComparison.Ordinal);
        Assert.Contains(">Готово.</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_reply_of_the_page_keeps_text_and_template()
    {
        var ticket = await OpenAsync("certificate-get");
        using var browser = await kb.SignInAsync();

        var refused = await browser.SubmitAsync(
            $"/desk/tickets/{ticket}", $"/desk/tickets/{ticket}/reply",
            new() { ["key"] = "k", ["text"] = "Курс «{{course.title}}»?", ["templateId"] = "template/details-course" });

        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Впишите название курса", page, StringComparison.Ordinal);
        Assert.Contains("name=\"templateId\" value=\"template/details-course\"", page, StringComparison.Ordinal);
    }

    private async Task<string> OpenAsync(string? kind)
    {
        var response = await _agent.SendAsync("/api/tickets", new { text = "Где сертификат?", kind, personName = "Мария" });
        return Text(await response.JsonAsync(), "id");
    }

    private async Task<JsonElement> TicketAsync(string id) => await (await _agent.GetAsync($"/api/tickets/{id}")).JsonAsync();

    private async Task<string> BrowserPageAsync(string ticket)
    {
        using var browser = await kb.SignInAsync();
        return WebUtility.HtmlDecode(await browser.GetStringAsync($"/desk/tickets/{ticket}"));
    }

    private async Task<string> WaitForTicketAsync(string conversation)
    {
        await using var queue = await EventReader.OpenAsync(_agent, "/api/tickets/events?after=0");
        var opened = await queue.NextAsync("ticket", change => Text(change.GetProperty("ticket"), "conversationId") == conversation);
        return Text(opened.Data.GetProperty("ticket"), "id");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
