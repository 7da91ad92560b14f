using System.Net;
using System.Text.Json;

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
}
