using System.Net;
using System.Text.Json;
using Kb.Web.Tests.Features.Chat;

namespace Kb.Web.Tests.Features.Tickets;

public sealed class TicketTests(ScriptedKb scripted) : IClassFixture<ScriptedKb>, IAsyncLifetime
{
    private readonly KbApplication _kb = scripted.Application;
    private HttpClient _agent = null!;
    private HttpClient _student = null!;
    private string _conversation = null!;

    public async Task InitializeAsync()
    {
        _agent = await _kb.CreateAgentClientAsync();
        _student = await scripted.CreateNewStudentAsync();
        _conversation = await _student.StartConversationAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_new_ticket_announces_itself_and_the_agents_answer_reaches_the_student()
    {
        await using var queue = await EventReader.OpenAsync(_agent, "/api/tickets/events");
        await using var chat = await EventReader.OpenAsync(_student, $"/api/conversations/{_conversation}/events");

        await _student.SayAsync(_conversation, "позовите человека");
        var opened = await queue.NextAsync("ticket", change => Text(change.GetProperty("ticket"), "conversationId") == _conversation);
        var promise = await chat.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");
        var row = opened.Data.GetProperty("ticket");
        await _agent.SendAsync($"/api/tickets/{Text(row, "id")}/claim", new { });
        await _agent.SendAsync($"/api/tickets/{Text(row, "id")}/reply", new { text = "Здравствуйте! Высылаю сертификат." });
        var answer = await chat.NextAsync("message", message => message.GetProperty("author").GetString() == "agent");
        var status = await chat.NextAsync("status", data => Text(data, "status") == "in_progress");

        Assert.Equal(("ticket", "opened"), (opened.Name, Text(opened.Data, "change")));
        Assert.Equal(("open", "Где мой сертификат?", "Иван Петров"), (Text(row, "status"), Text(row, "title"), Text(row.GetProperty("person"), "name")));
        Assert.Matches("Передаю вопрос специалисту. (Ответим в течение 5 минут|Перед вами .+ ответим (завтра, .+, )?до .+ по Москве)\\.", Text(promise.Data, "text"));
        Assert.Equal(("Здравствуйте! Высылаю сертификат.", "Тест"), (Text(answer.Data, "text"), Text(answer.Data, "name")));
        Assert.Equal("В работе", Text(status.Data, "statusLabel"));
    }

    [Fact]
    public async Task A_ticket_taken_by_a_colleague_says_by_whom()
    {
        var ticket = await OpenAsync();
        var colleague = await _kb.CreateStaffClientAsync(Kb.Web.Security.KbRoles.Editor);

        var first = await _agent.SendAsync($"/api/tickets/{ticket}/claim", new { });
        var second = await colleague.SendAsync($"/api/tickets/{ticket}/claim", new { });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var problem = await second.AssertProblemAsync(HttpStatusCode.Conflict, "ticket.taken");
        Assert.Equal("Уже взято: Тест", Text(problem, "title"));
    }

    [Fact]
    public async Task What_the_team_tells_itself_never_reaches_the_students_bytes()
    {
        await using var chat = await EventReader.OpenAsync(_student, $"/api/conversations/{_conversation}/events");
        var ticket = await OpenAsync();
        await using var team = await EventReader.OpenAsync(_agent, $"/api/tickets/{ticket}/events");

        var noted = await _agent.SendAsync($"/api/tickets/{ticket}/note", new { text = "КАНАРЕЙКА: клиент с возвратом" });
        await team.NextAsync("note", note => Text(note, "text").Contains("КАНАРЕЙКА", StringComparison.Ordinal));
        await _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "Смотрим." });
        await chat.NextAsync("message", message => Text(message, "text") == "Смотрим.");
        var bodies = new List<string>
        {
            chat.Received.ToString(),
            await _student.GetStringAsync("/api/conversations"),
            await _student.GetStringAsync($"/api/conversations/{_conversation}/messages"),
        };
        var card = await (await _agent.GetAsync($"/api/tickets/{ticket}")).JsonAsync();

        Assert.Equal(HttpStatusCode.Created, noted.StatusCode);
        Assert.All(bodies, body => Assert.DoesNotContain("КАНАРЕЙКА", body, StringComparison.Ordinal));
        Assert.Single(card.GetProperty("messages").EnumerateArray(), line => line.GetProperty("internal").GetBoolean());
    }

    [Fact]
    public async Task A_ticket_in_full_is_its_row_with_transcript_handoff_and_ways_on()
    {
        var ticket = await OpenAsync();

        var response = await _agent.GetAsync($"/api/tickets/{ticket}");
        var card = await response.JsonAsync();

        Assert.Equal((ticket, "Открыт"), (Text(card, "id"), Text(card, "statusLabel")));
        Assert.Equal("Где мой сертификат?", Text(card.GetProperty("handoff"), "question"));
        Assert.Equal("certificate-get", Text(Assert.Single(card.GetProperty("handoff").GetProperty("considered").EnumerateArray()), "id"));
        Assert.Equal(["in_progress", "closed"], card.GetProperty("transitions").EnumerateArray().Select(way => Text(way, "to")));
        Assert.NotEmpty(card.GetProperty("suggestions").GetProperty("articles").EnumerateArray());
        Assert.Equal($"\"{card.GetProperty("version").GetInt32()}\"", response.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_closed_ticket_takes_no_answer_until_the_student_writes_and_it_opens_again()
    {
        var ticket = await OpenAsync();

        var closed = await _agent.SendAsync($"/api/tickets/{ticket}/transition", new { to = "closed", reason = "решено" });
        var late = await _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "ещё слово" });
        await _student.SayAsync(_conversation, "не помогло");
        var card = await (await _agent.GetAsync($"/api/tickets/{ticket}")).JsonAsync();

        Assert.Equal("closed", Text(await closed.JsonAsync(), "status"));
        await late.AssertProblemAsync(HttpStatusCode.Conflict, "ticket.closed");
        Assert.Equal("open", Text(card, "status"));
    }

    [Fact]
    public async Task A_decision_on_an_old_view_is_refused_and_a_status_that_is_none_too()
    {
        var ticket = await OpenAsync();
        await _student.SayAsync(_conversation, "подождите");

        var stale = await _agent.SendAsync($"/api/tickets/{ticket}/transition", new { to = "closed" }, ifMatch: "\"1\"");
        var unknown = await _agent.SendAsync($"/api/tickets/{ticket}/transition", new { to = "закрыт" });
        var notAllowed = await _agent.SendAsync($"/api/tickets/{ticket}/transition", new { to = "feedback" });

        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "request.stale_view");
        await unknown.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "ticket.status_unknown");
        await notAllowed.AssertProblemAsync(HttpStatusCode.Conflict, "ticket.transition_not_allowed");
    }

    [Fact]
    public async Task An_answer_to_an_old_view_is_refused_and_one_to_the_present_view_is_sent()
    {
        var ticket = await OpenAsync();
        await _student.SayAsync(_conversation, "уже не надо");

        var stale = await _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "Сейчас сделаем." }, ifMatch: "\"1\"");
        var foreign = await _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "Сейчас сделаем." }, ifMatch: "\"abc\"");
        var version = (await (await _agent.GetAsync($"/api/tickets/{ticket}")).JsonAsync()).GetProperty("version").GetInt32();
        var sent = await _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "Хорошо." }, ifMatch: $"\"{version}\"");

        var problem = await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "request.stale_view");
        Assert.Contains("обращение изменилось", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await foreign.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "request.stale_view");
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Equal(["Хорошо."], (await _student.MessagesAsync(_conversation)).Where(line => Text(line, "author") == "agent").Select(line => Text(line, "text")));
    }

    [Fact]
    public async Task A_request_that_came_by_another_way_is_a_ticket_once_for_each_key()
    {
        var body = new { text = "Звонила мама ученика: в сертификате ошибка.", kind = "certificate-name", personName = "Мария" };

        var first = await _agent.SendAsync("/api/tickets", body, "звонок-1");
        var again = await _agent.SendAsync("/api/tickets", body, "звонок-1");
        var unknown = await _agent.SendAsync("/api/tickets", new { text = "что-то", kind = "нет-такого" });

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(("certificate-name", "Ошибка в имени на сертификате"), (Text(await first.JsonAsync(), "kind"), Text(await first.JsonAsync(), "kindLabel")));
        await unknown.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "ticket.kind_unknown");
    }

    [Theory]
    [InlineData("view=чужие")]
    [InlineData("view=line:9")]
    [InlineData("status=Открыт")]
    [InlineData("sort=кое-как")]
    [InlineData("top=0")]
    [InlineData("top=много")]
    [InlineData("cursor=1;DROP")]
    public async Task A_list_that_cannot_be_meant_is_refused_in_words(string query)
    {
        var response = await _agent.GetAsync("/api/tickets?" + query);

        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "request.unreadable");
    }

    [Fact]
    public async Task The_queue_stream_goes_on_after_the_event_that_was_seen_last()
    {
        var ticket = await OpenAsync();
        await _agent.SendAsync($"/api/tickets/{ticket}/claim", new { });
        await using var first = await EventReader.OpenAsync(_agent, "/api/tickets/events", lastEventId: "0");
        var opened = await first.NextAsync("ticket", change => Text(change, "change") == "opened" && Text(change.GetProperty("ticket"), "id") == ticket);

        await using var second = await EventReader.OpenAsync(_agent, "/api/tickets/events", opened.Id);
        var claimed = await second.NextAsync("ticket", _ => true);

        Assert.Equal(("claimed", ticket), (Text(claimed.Data, "change"), Text(claimed.Data.GetProperty("ticket"), "id")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?after=9000000000000000000")]
    public async Task A_new_queue_stream_says_where_it_starts_so_that_the_next_can_go_on(string query)
    {
        string place;
        await using (var first = await EventReader.OpenAsync(_agent, "/api/tickets/events" + query))
        {
            place = (await first.NextAsync("position", _ => true)).Id!;
        }

        var ticket = await OpenAsync();
        await using var second = await EventReader.OpenAsync(_agent, $"/api/tickets/events?after={place}");
        var opened = await second.NextAsync("ticket", _ => true);

        Assert.Equal(("opened", ticket), (Text(opened.Data, "change"), Text(opened.Data.GetProperty("ticket"), "id")));
    }

    [Fact]
    public async Task What_the_browser_saw_last_counts_more_than_the_address_it_reconnects_to()
    {
        var ticket = await OpenAsync();
        await using var first = await EventReader.OpenAsync(_agent, "/api/tickets/events?after=0");
        var opened = await first.NextAsync("ticket", change => Text(change.GetProperty("ticket"), "id") == ticket);
        await _agent.SendAsync($"/api/tickets/{ticket}/claim", new { });

        await using var second = await EventReader.OpenAsync(_agent, "/api/tickets/events?after=0", opened.Id);
        var next = await second.NextAsync("ticket", _ => true);

        Assert.Equal("claimed", Text(next.Data, "change"));
    }

    [Fact]
    public async Task Students_find_no_way_to_tickets_and_unknown_tickets_are_not_found()
    {
        var ticket = await OpenAsync();

        foreach (var path in new[] { "/api/tickets", $"/api/tickets/{ticket}", $"/api/tickets/{ticket}/events", "/api/tickets/events" })
        {
            var response = await _student.GetAsync(path);
            Assert.True(response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, $"{path}: {response.StatusCode}");
        }

        foreach (var action in new[] { "claim", "reply", "note", "transition" })
        {
            object body = action switch { "claim" => new { }, "transition" => new { to = "closed" }, _ => new { text = "текст" } };
            await (await _agent.SendAsync($"/api/tickets/0193/{action}", body)).AssertProblemAsync(HttpStatusCode.NotFound, "request.not_found");
        }

        await (await _agent.GetAsync("/api/tickets/0193")).AssertProblemAsync(HttpStatusCode.NotFound, "request.not_found");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<string> OpenAsync() => Text(await _student.OpenTicketAsync(_conversation, _agent), "id");
}
