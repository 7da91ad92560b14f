using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kb.Desk.Storage;
using Kb.Web.Tests.Features.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Problems;

public sealed class ProblemTests : IAsyncLifetime
{
    private KbApplication _kb = null!;
    private HttpClient _client = null!;

    [Theory]
    [InlineData("GET", "/api/nothing-here", HttpStatusCode.NotFound, "request.not_found")]
    [InlineData("POST", "/api/nothing-here", HttpStatusCode.NotFound, "request.not_found")]
    [InlineData("DELETE", "/api/articles/x/publish", HttpStatusCode.NotFound, "request.not_found")]
    [InlineData("PUT", "/api/tickets/t-1", HttpStatusCode.MethodNotAllowed, "request.method_not_allowed")]
    [InlineData("DELETE", "/api/try/echo", HttpStatusCode.MethodNotAllowed, "request.method_not_allowed")]
    [InlineData("GET", "/api/try/bug", HttpStatusCode.InternalServerError, "server.error")]
    [InlineData("GET", "/api/try/number?value=семь", HttpStatusCode.BadRequest, "request.unreadable")]
    public async Task Every_refusal_is_a_problem_in_russian(string method, string path, HttpStatusCode status, string code)
    {
        var response = await _client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await response.AssertProblemAsync(status, code);
    }

    [Fact]
    public async Task A_bug_tells_nothing_of_the_inside()
    {
        var response = await _client.GetAsync("/api/try/bug");

        var body = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_full_disk_is_503_with_a_time_to_come_back()
    {
        var response = await _client.GetAsync("/api/try/full-disk");

        await response.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "server.storage");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_message_that_a_busy_disk_does_not_take_is_503_and_what_was_said_can_still_be_read()
    {
        await using var kb = await KbApplication.StartAsync(ScriptedBot.Options);
        var student = await kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        await using (var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events"))
        {
            await student.SayAsync(id, "как скачать сертификат");
            await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");
        }

        var contexts = kb.Services.GetRequiredService<IDbContextFactory<DeskDbContext>>();
        await using var other = await contexts.CreateDbContextAsync();
        await using var theirs = await other.Database.BeginTransactionAsync();
        var refused = student.SendAsync($"/api/conversations/{id}/messages", new { text = "ещё вопрос" });
        var read = await student.MessagesAsync(id);

        await (await refused).AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "server.storage");
        Assert.NotNull((await refused).Headers.RetryAfter);
        Assert.Equal(2, read.Count);
    }

    [Theory]
    [InlineData("""{"text":"привет","role":"admin"}""", "request.unknown_field", "role")]
    [InlineData("""{"text":"привет","text":"пока"}""", "request.bad_json", "text")]
    [InlineData("""{"text":null}""", "request.bad_json", "text")]
    [InlineData("""{"text":7}""", "request.bad_json", "text")]
    [InlineData("{}", "request.bad_json", "")]
    [InlineData("[]", "request.bad_json", "")]
    [InlineData("{нет", "request.bad_json", "")]
    [InlineData("{\"text\":", "request.bad_json", "")]
    [InlineData("", "request.unreadable", "")]
    [InlineData("null", "request.unreadable", "")]
    public async Task A_wrong_body_is_400_that_names_the_field(string body, string code, string field)
    {
        var response = await _client.PostAsync("/api/try/echo", Json(body));

        var problem = await response.AssertProblemAsync(HttpStatusCode.BadRequest, code);
        Assert.Contains(field, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("«»", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_field_says_so() =>
        Assert.Equal("Неизвестное поле", (await (await _client.PostAsync("/api/try/echo", Json("""{"text":"а","x":1}""")))
            .AssertProblemAsync(HttpStatusCode.BadRequest, "request.unknown_field")).GetProperty("title").GetString());

    [Fact]
    public async Task A_deep_body_is_400_and_not_a_crash()
    {
        var response = await _client.PostAsync("/api/try/any", Json(new string('[', 20_000)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_before_it_is_read()
    {
        var response = await _client.PostAsync("/api/try/echo", Json("{\"text\":\"" + new string('я', 300_000) + "\"}"));

        await response.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
    }

    [Fact]
    public async Task A_form_where_json_belongs_is_415()
    {
        var response = await _client.PostAsync("/api/try/echo", new FormUrlEncodedContent([new("text", "привет")]));

        await response.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.wrong_type");
    }

    [Fact]
    public async Task Json_leaves_cyrillic_readable()
    {
        var response = await _client.PostAsync("/api/try/echo", Json("""{"text":"ёлка «в лесу»"}"""));

        Assert.Contains("ёлка «в лесу»", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_in_a_browser_gets_a_page()
    {
        var response = await _kb.CreateBrowser().GetAsync("/nothing-here");

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<h1>Такой страницы нет</h1>", page, StringComparison.Ordinal);
        Assert.Contains("""<input id="q" name="q" type="search""", page, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _kb = await KbApplication.StartAsync(new TestOptions { Routes = MapTrial });
        _client = _kb.CreateClient();
    }

    public Task DisposeAsync() => _kb.DisposeAsync();

    private static StringContent Json(string body) => new(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private static void MapTrial(WebApplication app)
    {
        var trial = app.MapGroup("/api/try").AllowAnonymous();
        trial.MapPost("/echo", (Echo echo) => echo);
        trial.MapPost("/any", (System.Text.Json.JsonElement any) => any.ValueKind);
        trial.MapGet("/number", (int value) => value);
        trial.MapGet("/bug", () => { throw new InvalidOperationException("secret"); });
        trial.MapGet("/full-disk", () => { throw new SqliteException("database or disk is full", 13); });
    }

    private sealed record Echo(string Text);
}
