using System.Net;
using System.Text.Json;
using Kb.Web.Tests.Features.Chat;

namespace Kb.Web.Tests.Features.Explain;

public sealed class ExplainTests(KbApplication kb) : IClassFixture<KbApplication>
{
    [Fact]
    public async Task Programs_of_the_staff_get_what_the_verb_classify_says_and_why()
    {
        var agent = await kb.CreateAgentClientAsync();

        var said = JsonDocument.Parse(await agent.GetStringAsync("/api/bot/classify?text=" + Uri.EscapeDataString("как получить сертификат?"))).RootElement;

        Assert.Equal("certificate-get", said.GetProperty("kind").GetString());
        Assert.Equal("certificate-get", said.GetProperty("candidates")[0].GetProperty("kind").GetString());
        Assert.InRange(said.GetProperty("candidates")[0].GetProperty("p").GetDouble(), 0, 1);
        Assert.NotEmpty(said.GetProperty("why").GetProperty("checks").EnumerateArray());
        Assert.True(said.GetProperty("ms").GetDouble() >= 0);
    }

    [Fact]
    public async Task Students_are_not_told_and_a_message_must_be_given()
    {
        var student = await kb.CreateAnonymousClientAsync();
        var agent = await kb.CreateAgentClientAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await student.GetAsync("/api/bot/classify?text=да")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await agent.GetAsync("/api/bot/classify")).StatusCode);
    }

    [Fact]
    public async Task A_message_of_the_bot_on_a_ticket_leads_to_why_it_was_said()
    {
        var student = await kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        await using var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events");
        await student.SayAsync(id, "как получить сертификат?");
        await stream.NextAsync("message", message => message.GetProperty("seq").GetInt64() == 2);
        await student.SayAsync(id, "позовите оператора");
        await stream.NextAsync("message", message => message.GetProperty("seq").GetInt64() == 4);
        var agent = await kb.SignInAsync();
        var tickets = JsonDocument.Parse(await agent.GetStringAsync("/api/tickets?view=unassigned")).RootElement.GetProperty("items");
        var ticket = tickets.EnumerateArray().Single(row => row.GetProperty("conversationId").GetString() == id).GetProperty("id").GetString();

        var page = await agent.GetStringAsync($"/desk/tickets/{ticket}");
        var why = await agent.GetStringAsync($"/desk/tickets/{ticket}/why/2");

        Assert.Contains($"/desk/tickets/{ticket}/why/2", page, StringComparison.Ordinal);
        Assert.Contains("как получить сертификат?", why, StringComparison.Ordinal);
        Assert.Contains("Бот учил эту фразу слово в слово", why, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/desk/tickets/{ticket}/why/1")).StatusCode);
    }
}
