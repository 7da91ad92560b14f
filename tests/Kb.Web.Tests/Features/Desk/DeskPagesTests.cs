using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Kb.Web.Security;

namespace Kb.Web.Tests.Features.Desk;

public sealed partial class DeskPagesTests : IAsyncLifetime
{
    private KbApplication _kb = null!;
    private HttpClient _agent = null!;

    [Fact]
    public async Task The_bare_address_leads_staff_to_the_queue_and_others_to_the_help_centre()
    {
        Assert.Equal("/desk", (await _agent.GetAsync("/")).Headers.Location?.OriginalString);
        Assert.Equal("/help", (await _kb.CreateBrowser().GetAsync("/")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_stranger_sees_no_queue_and_a_student_neither()
    {
        Assert.Equal(HttpStatusCode.Found, (await _kb.CreateBrowser().GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _kb.CreateStudentClientAsync()).GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task The_queue_tells_who_waits_for_what_and_until_when()
    {
        await OpenTicketAsync("Не приходит код для входа", "Мария");

        var page = await PageAsync("/desk");

        Assert.Contains("№ 1. Не приходит код для входа", page, StringComparison.Ordinal);
        Assert.Contains("Мария", page, StringComparison.Ordinal);
        Assert.Contains("Открыт", page, StringComparison.Ordinal);
        Assert.Contains("Ответить: ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk?view=nobody")]
    [InlineData("/desk?view=line:9")]
    [InlineData("/desk?cursor=какой-то")]
    [InlineData("/desk/tickets/no-such")]
    public async Task What_there_is_not_is_404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _agent.GetAsync(path)).StatusCode);

    [Fact]
    public async Task What_a_student_wrote_never_becomes_markup()
    {
        var id = await OpenTicketAsync("<script>alert(1)</script> & <img src=x onerror=alert(1)>", "<b>Мария</b>");

        foreach (var path in new[] { "/desk", "/desk/tickets/" + id })
        {
            var page = await PageAsync(path);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Мария", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("certificate-get", true)]
    [InlineData("no-such", false)]
    public async Task A_reply_carries_the_articles_inserted_into_it_that_its_reader_may_open(string article, bool isCarried)
    {
        var id = await OpenTicketAsync("Где мой сертификат?", "Анна");

        var sent = await SubmitAsync(id, "reply", new() { ["text"] = "Откройте «Документы».", ["articleIds"] = article });

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        using var program = await _kb.CreateStaffClientAsync(KbRoles.Agent);
        var messages = (await (await program.GetAsync($"/api/tickets/{id}")).JsonAsync()).GetProperty("messages").EnumerateArray();
        var sources = messages.Single(message => message.GetProperty("text").GetString() == "Откройте «Документы».").GetProperty("sources").EnumerateArray();
        Assert.Equal(isCarried ? [article] : [], sources.Select(source => source.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Plain_forms_take_answer_note_and_close()
    {
        var id = await OpenTicketAsync("Где мой чек?", "Анна");

        await SubmitAsync(id, "claim", []);
        await SubmitAsync(id, "reply", new() { ["text"] = "Чек отправлен на почту." });
        await SubmitAsync(id, "note", new() { ["text"] = "Проверила в кассе." });
        var version = VersionField().Match(await PageAsync("/desk/tickets/" + id)).Groups[1].Value;
        var closed = await SubmitAsync(id, "transition", new() { ["to"] = "closed", ["version"] = version });

        Assert.Equal(HttpStatusCode.Found, closed.StatusCode);
        var page = await PageAsync("/desk/tickets/" + id);
        Assert.Contains("Ведёт Администратор", page, StringComparison.Ordinal);
        Assert.Contains("Чек отправлен на почту.", page, StringComparison.Ordinal);
        Assert.Contains("Проверила в кассе.", page, StringComparison.Ordinal);
        Assert.Contains("верните его в работу", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_impatient_second_press_sends_nothing_twice()
    {
        var id = await OpenTicketAsync("Где мой чек?", "Анна");

        await SubmitAsync(id, "reply", new() { ["text"] = "Ответ один." }, key: "same");
        var second = await SubmitAsync(id, "reply", new() { ["text"] = "Ответ один." }, key: "same");

        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        Assert.Single(Regex.Matches(await PageAsync("/desk/tickets/" + id), "Ответ один\\."));
    }

    [Fact]
    public async Task A_refused_form_says_why_and_keeps_the_text()
    {
        var id = await OpenTicketAsync("Где мой чек?", "Анна");
        var text = new string('щ', 4_001);

        var response = await SubmitAsync(id, "reply", new() { ["text"] = text });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("Сообщение слишком длинное", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_an_old_view_is_refused_and_its_text_stays()
    {
        var id = await OpenTicketAsync("Где мой чек?", "Анна");
        await SubmitAsync(id, "note", new() { ["text"] = "Чек нашёлся." });
        await SubmitAsync(id, "reply", new() { ["text"] = "Ищу." });

        var response = await SubmitAsync(id, "reply", new() { ["text"] = "Чека нет.", ["version"] = "1" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("Пока вы работали, обращение изменилось", page, StringComparison.Ordinal);
        Assert.Contains("Чека нет.</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("Чек нашёлся.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_an_old_view_is_refused()
    {
        var id = await OpenTicketAsync("Где мой чек?", "Анна");
        await SubmitAsync(id, "reply", new() { ["text"] = "Ищу." });

        var response = await SubmitAsync(id, "transition", new() { ["to"] = "closed", ["version"] = "1" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var id = await OpenTicketAsync("Где мой чек?", "Анна");

        var response = await _agent.PostAsync($"/desk/tickets/{id}/reply", new FormUrlEncodedContent([new("key", "k"), new("text", "Подделка")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("Подделка", await PageAsync("/desk/tickets/" + id), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _kb = await KbApplication.StartAsync(new TestOptions());
        _agent = await _kb.SignInAsync();
    }

    public Task DisposeAsync() => _kb.DisposeAsync();

    private async Task<string> PageAsync(string path)
    {
        var response = await _agent.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> SubmitAsync(string id, string form, Dictionary<string, string> fields, string? key = null) =>
        _agent.SubmitAsync("/desk/tickets/" + id, $"/desk/tickets/{id}/{form}", new(fields) { ["key"] = key ?? Guid.CreateVersion7().ToString() });

    private async Task<string> OpenTicketAsync(string text, string personName)
    {
        using var program = await _kb.CreateStaffClientAsync(KbRoles.Agent);
        program.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var response = await program.PostAsJsonAsync("/api/tickets", new { text, personName });
        Assert.True(response.IsSuccessStatusCode);
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex VersionField();
}
