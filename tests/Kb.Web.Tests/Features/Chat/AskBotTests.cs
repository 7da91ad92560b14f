using System.Net;
using System.Text.Json;

namespace Kb.Web.Tests.Features.Chat;

/// <summary>«Спросить бота», with the real bot and the shipped base: another question while people have the talk.</summary>
public sealed class AskBotTests(KbApplication kb) : IClassFixture<KbApplication>, IAsyncLifetime
{
    private HttpClient _agent = null!;
    private HttpClient _student = null!;
    private string _conversation = null!;
    private string _ticket = null!;
    private EventReader _stream = null!;

    public async Task InitializeAsync()
    {
        _agent = await kb.CreateAgentClientAsync();
        _student = await kb.CreateStudentClientAsync(Guid.CreateVersion7().ToString());
        _conversation = await _student.StartConversationAsync();
        _ticket = (await _student.OpenTicketAsync(_conversation, _agent)).GetProperty("id").GetString()!;
        _stream = await EventReader.OpenAsync(_student, $"/api/conversations/{_conversation}/events");
        await _stream.NextAsync("status", status => Text(status, "status") == "open");
    }

    public async Task DisposeAsync() => await _stream.DisposeAsync();

    [Fact]
    public async Task The_bot_answers_another_question_and_thanks_and_the_ticket_does_not_move()
    {
        var before = await CardAsync();
        await using var modes = await EventReader.OpenAsync(_student, $"/api/conversations/{_conversation}/events");

        var listening = await PressAsync("bot");
        var mode = await modes.NextAsync("status", status => WithBot(status));
        var answer = await AskAsync("как скачать сертификат");
        var thanks = await AskAsync("спасибо");

        Assert.Equal("Слушаю. Обращение остаётся у специалистов, а на новый вопрос поищу ответ в базе знаний.", Text(listening, "text"));
        Assert.Equal(("open", "Открыт"), (Text(mode.Data, "status"), Text(mode.Data, "statusLabel")));
        Assert.NotEmpty(answer.GetProperty("sources").EnumerateArray());
        Assert.StartsWith("Пожалуйста", Text(thanks, "text"), StringComparison.Ordinal);
        var after = await CardAsync();
        Assert.Equal((Text(before, "lastAt"), before.GetProperty("version").GetInt32()), (Text(after, "lastAt"), after.GetProperty("version").GetInt32()));
        // One conversation: the agent reads what was said to the bot.
        Assert.Contains("как скачать сертификат", Lines(after).Select(line => Text(line, "text")));
        Assert.Equal((false, true), (before.GetProperty("asksBot").GetBoolean(), after.GetProperty("asksBot").GetBoolean()));
        var row = (await (await _student.GetAsync("/api/conversations")).JsonAsync()).GetProperty("items").EnumerateArray().Single();
        Assert.True(WithBot(row));
    }

    [Fact]
    public async Task What_the_bot_cannot_answer_goes_into_the_same_ticket_with_a_note_and_the_students_next_words_too()
    {
        var before = await CardAsync();
        await PressAsync("bot");
        await AskAsync("как скачать сертификат");

        var told = await PressAsync("operator");
        var mode = await _stream.NextAsync("status", status => !WithBot(status));
        await _student.SayAsync(_conversation, "жду ответа");

        var after = await CardAsync();
        Assert.Contains($"Разговор продолжится в обращении № {before.GetProperty("number").GetInt64()}, ответим ", Text(told, "text"), StringComparison.Ordinal);
        Assert.Equal("open", Text(mode.Data, "status"));
        var note = Lines(after).Single(line => line.GetProperty("internal").GetBoolean());
        Assert.Equal("бот", Text(note, "name"));
        Assert.Matches("^Вопрос, заданный боту: как скачать сертификат\nВид: .+\nЧеловек попросил оператора\\.\n(.+\n)*Бот показал: «.+»", Text(note, "text"));
        Assert.Equal("жду ответа", Text(Lines(after)[^1], "text"));
        Assert.Equal(("student", Text(before.GetProperty("due"), "firstReply")), (Text(after, "lastAuthor"), Text(after.GetProperty("due"), "firstReply")));
        Assert.DoesNotContain("заданный боту", _stream.Received.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_ticket_stays_closed_until_the_bot_hands_over_and_then_it_is_open_again()
    {
        await _agent.SendAsync($"/api/tickets/{_ticket}/transition", new { to = "closed", reason = "решено" });
        var closed = await _stream.NextAsync("status", status => Text(status, "status") == "closed");

        var listening = await PressAsync("bot");
        await AskAsync("как скачать сертификат");
        var between = await CardAsync();
        await _student.SayAsync(_conversation, "создайте обращение");
        await _student.SayAsync(_conversation, "нужна копия договора на бумаге с мокрой печатью");
        var again = await _stream.NextAsync("status", status => Text(status, "status") == "open");

        Assert.False(WithBot(closed.Data));
        Assert.Equal("Слушаю. Напишите вопрос, и я поищу ответ в базе знаний.", Text(listening, "text"));
        Assert.Equal("closed", Text(between, "status"));
        Assert.False(WithBot(again.Data));
        var lines = Lines(await CardAsync()).Select(line => Text(line, "text")).ToList();
        Assert.Contains("Обращение снова открыто, мы видим ваше сообщение.", lines);
        Assert.Contains(lines, line => line.Contains("Разговор продолжится в обращении № ", StringComparison.Ordinal) && !line.Contains("Обращение создано", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_an_agents_reply_the_student_talks_with_the_agent()
    {
        await PressAsync("bot");
        await AskAsync("как скачать сертификат");

        var beside = await PageAsync();
        await _agent.SendAsync($"/api/tickets/{_ticket}/reply", new { text = "Здравствуйте! Чем помочь?" });
        var mode = await _stream.NextAsync("status", status => !WithBot(status));
        await _student.SayAsync(_conversation, "как оплатить курс");

        const string Told = "Студент сейчас спрашивает бота о другом. Ваш ответ вернёт разговор к вам.";
        Assert.Contains(Told, beside, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, await PageAsync(), StringComparison.Ordinal);
        Assert.Equal("in_progress", Text(mode.Data, "status"));
        Assert.Equal(("student", "как оплатить курс"), (Text(await CardAsync(), "lastAuthor"), Text(Lines(await CardAsync())[^1], "text")));
    }

    [Fact]
    public async Task A_cry_for_help_to_the_bot_puts_the_ticket_before_the_queue()
    {
        await PressAsync("bot");

        var comfort = await AskAsync("я не хочу больше жить");

        Assert.Contains("112", Text(comfort, "text"), StringComparison.Ordinal);
        Assert.DoesNotContain("Разговор продолжится", Text(comfort, "text"), StringComparison.Ordinal);
        Assert.True((await CardAsync()).GetProperty("isAlarm").GetBoolean());
    }

    [Fact]
    public async Task A_repeated_press_is_stored_once_and_a_press_without_a_ticket_harms_nothing()
    {
        var key = Guid.CreateVersion7().ToString();
        var first = await (await _student.SendAsync($"/api/conversations/{_conversation}/actions", new { id = "bot" }, key)).JsonAsync();
        var second = await (await _student.SendAsync($"/api/conversations/{_conversation}/actions", new { id = "bot" }, key)).JsonAsync();
        var stranger = await kb.CreateAnonymousClientAsync();
        var other = await stranger.StartConversationAsync();
        await using var stream = await EventReader.OpenAsync(stranger, $"/api/conversations/{other}/events");

        var pressed = await stranger.SendAsync($"/api/conversations/{other}/actions", new { id = "bot" });
        var listening = await stream.NextAsync("message", message => Text(message, "author") == "bot");

        Assert.Equal(Text(first, "id"), Text(second, "id"));
        Assert.Equal(HttpStatusCode.Created, pressed.StatusCode);
        Assert.Equal("Слушаю. Напишите вопрос, и я поищу ответ в базе знаний.", Text(listening.Data, "text"));
    }

    private async Task<JsonElement> PressAsync(string action)
    {
        Assert.Equal(HttpStatusCode.Created, (await _student.SendAsync($"/api/conversations/{_conversation}/actions", new { id = action })).StatusCode);
        return await BotAsync();
    }

    private async Task<JsonElement> AskAsync(string text)
    {
        await _student.SayAsync(_conversation, text);
        return await BotAsync();
    }

    private async Task<JsonElement> BotAsync()
    {
        var newest = (await _student.MessagesAsync(_conversation)).FindLast(message => Text(message, "author") == "student").GetProperty("seq").GetInt64();
        return (await _stream.NextAsync("message", message => Text(message, "author") == "bot" && message.GetProperty("seq").GetInt64() > newest)).Data;
    }

    private async Task<string> PageAsync() => await (await _agent.GetAsync($"/desk/tickets/{_ticket}")).Content.ReadAsStringAsync();

    private async Task<JsonElement> CardAsync() => await (await _agent.GetAsync($"/api/tickets/{_ticket}")).JsonAsync();

    private static List<JsonElement> Lines(JsonElement card) => [.. card.GetProperty("messages").EnumerateArray()];

    private static bool WithBot(JsonElement status) => status.GetProperty("withBot").GetBoolean();

    private static string Text(JsonElement of, string property) => of.GetProperty(property).GetString()!;
}
