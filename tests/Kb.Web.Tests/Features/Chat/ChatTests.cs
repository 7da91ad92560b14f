using System.Net;
using System.Text;

namespace Kb.Web.Tests.Features.Chat;

public sealed class ChatTests(ScriptedKb scripted) : IClassFixture<ScriptedKb>
{
    private readonly KbApplication _kb = scripted.Application;

    [Fact]
    public async Task A_person_gets_one_conversation_however_often_they_start()
    {
        var student = await scripted.CreateNewStudentAsync();

        var first = await student.SendAsync("/api/conversations", new { });
        var second = await student.SendAsync("/api/conversations", new { });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_question_is_acknowledged_with_its_number_and_answered_by_the_bot_on_the_stream()
    {
        var student = await scripted.CreateNewStudentAsync();
        var id = await student.StartConversationAsync();
        await using var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events");

        var receipt = await student.SayAsync(id, "как скачать <b>сертификат</b>");
        var question = await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "student");
        var answer = await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");

        Assert.Equal(1, receipt.GetProperty("seq").GetInt64());
        Assert.Equal("<p>как скачать &lt;b&gt;сертификат&lt;/b&gt;</p>", question.Data.GetProperty("html").GetString());
        Assert.Equal(("2", ScriptedBot.Answer), (answer.Id, answer.Data.GetProperty("text").GetString()));
        Assert.Equal(["helped", "operator"], answer.Data.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_stream_goes_on_from_the_last_event_and_asks_proxies_not_to_hold_it_back()
    {
        var student = await _kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        await student.SayAsync(id, "раз");
        await student.SayAsync(id, "два");

        await using var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events", lastEventId: "1");
        var next = await stream.NextAsync("message", _ => true);

        Assert.Equal("2", next.Id);
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no", stream.Response.Headers.GetValues("X-Accel-Buffering").Single());
    }

    [Fact]
    public async Task A_repeated_message_is_stored_once_and_answered_alike()
    {
        var student = await _kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        var path = $"/api/conversations/{id}/messages";

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => student.SendAsync(path, new { text = "один раз" }, "ключ-1")));

        var bodies = await Task.WhenAll(responses.Select(response => response.Content.ReadAsStringAsync()));
        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Equal(7, responses.Count(response => response.Headers.Contains("Idempotent-Replayed")));
        Assert.Single(await student.MessagesAsync(id), message => message.GetProperty("author").GetString() == "student");
    }

    [Fact]
    public async Task A_key_is_required_and_belongs_to_one_body()
    {
        var student = await _kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        var path = $"/api/conversations/{id}/messages";
        await student.SendAsync(path, new { text = "раз" }, "k");

        var reused = await student.SendAsync(path, new { text = "два" }, "k");
        var missing = await student.PostAsync(path, Json("""{"text":"три"}"""));
        var tooLong = await student.SendAsync(path, new { text = "три" }, new string('k', 256));

        await reused.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "request.key_reused");
        await missing.AssertProblemAsync(HttpStatusCode.BadRequest, "request.key_missing");
        await tooLong.AssertProblemAsync(HttpStatusCode.BadRequest, "request.key_missing");
    }

    [Theory]
    [InlineData("""{"text":""}""", HttpStatusCode.UnprocessableEntity, "message.empty")]
    [InlineData("""{"text":" \u200b\n "}""", HttpStatusCode.UnprocessableEntity, "message.empty")]
    [InlineData("""{"text":null}""", HttpStatusCode.BadRequest, "request.bad_json")]
    [InlineData("""{}""", HttpStatusCode.BadRequest, "request.bad_json")]
    [InlineData("""{"text":"а","seq":7}""", HttpStatusCode.BadRequest, "request.unknown_field")]
    [InlineData("""{"text":"\ud83d"}""", HttpStatusCode.BadRequest, "request.bad_json")]
    [InlineData("""не json""", HttpStatusCode.BadRequest, "request.bad_json")]
    public async Task What_is_no_message_is_refused_in_words(string body, HttpStatusCode status, string code)
    {
        var student = await _kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/conversations/{id}/messages") { Content = Json(body) };
        request.Headers.Add("Idempotency-Key", "k");

        var response = await student.SendAsync(request);

        await response.AssertProblemAsync(status, code);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_told_by_how_much_and_one_at_the_limit_is_taken()
    {
        var student = await _kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();

        var over = await student.SendAsync($"/api/conversations/{id}/messages", new { text = new string('ы', 10_001) });
        var at = await student.SendAsync($"/api/conversations/{id}/messages", new { text = new string('ы', 4_000) });

        var problem = await over.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "message.too_long");
        Assert.Contains("знак, а помещается", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, at.StatusCode);
    }

    [Fact]
    public async Task Control_characters_cost_a_message_only_themselves()
    {
        var student = await _kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();

        await student.SayAsync(id, "нуль\0внутри");

        Assert.Equal("нуль\uFFFDвнутри", (await student.MessagesAsync(id))[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Somebody_elses_conversation_answers_like_one_that_never_was()
    {
        var owner = await scripted.CreateNewStudentAsync();
        var id = await owner.StartConversationAsync();
        await owner.SayAsync(id, "это моё");
        HttpClient[] strangers = [await scripted.CreateNewStudentAsync(), await _kb.CreateAnonymousClientAsync()];

        foreach (var stranger in strangers)
        {
            foreach (var conversation in new[] { id, "0193", new string('x', 500) })
            {
                HttpResponseMessage[] responses =
                [
                    await stranger.GetAsync($"/api/conversations/{conversation}/messages"),
                    await stranger.GetAsync($"/api/conversations/{conversation}/events"),
                    await stranger.SendAsync($"/api/conversations/{conversation}/messages", new { text = "чужое" }),
                    await stranger.SendAsync($"/api/conversations/{conversation}/actions", new { id = "operator" }),
                ];
                foreach (var response in responses)
                {
                    await response.AssertProblemAsync(HttpStatusCode.NotFound, "request.not_found");
                }
            }
        }

        Assert.All(await owner.MessagesAsync(id), message => Assert.NotEqual("чужое", message.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Neither_strangers_nor_staff_are_students()
    {
        var response = await _kb.CreateClient().GetAsync("/api/conversations");
        var agent = await (await _kb.CreateAgentClientAsync()).GetAsync("/api/conversations");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, agent.StatusCode);
    }

    [Fact]
    public async Task A_button_that_nobody_offered_is_refused_and_an_offered_one_reads_as_its_label()
    {
        var student = await _kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        await using var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events");
        await student.SayAsync(id, "сертификат");
        await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");

        var invented = await student.SendAsync($"/api/conversations/{id}/actions", new { id = "kind:refund-request" });
        var offered = await student.SendAsync($"/api/conversations/{id}/actions", new { id = "helped" });

        await invented.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "message.action_not_offered");
        Assert.Equal(HttpStatusCode.Created, offered.StatusCode);
        var press = await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "student" && message.GetProperty("seq").GetInt64() == 3);
        Assert.Equal("Помогло", press.Data.GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_list_counts_what_has_not_been_shown()
    {
        var student = await scripted.CreateNewStudentAsync();
        var id = await student.StartConversationAsync();
        await using (var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events"))
        {
            await student.SayAsync(id, "сертификат");
            await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");
        }

        await student.MessagesAsync(id);
        var row = (await (await student.GetAsync("/api/conversations")).JsonAsync()).GetProperty("items")[0];

        Assert.Equal((id, 0), (row.GetProperty("id").GetString(), row.GetProperty("unread").GetInt32()));
        Assert.Equal(ScriptedBot.Answer, row.GetProperty("lastLine").GetString());
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
