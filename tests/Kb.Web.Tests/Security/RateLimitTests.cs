using System.Net;
using System.Net.Http.Json;
using Kb.Web.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kb.Web.Tests.Security;

public sealed class RateLimitTests
{
    [Fact]
    public async Task One_caller_who_asks_too_much_waits_and_another_does_not()
    {
        await using var kb = await StartAsync(new() { ["Kb:Limits:RequestsPerCaller"] = "3" });
        var eager = await kb.CreateAgentClientAsync();
        var other = await kb.CreateAgentClientAsync();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await eager.GetAsync("/api/try")).StatusCode);
        }

        var refused = await eager.GetAsync("/api/try");

        await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests, "request.too_many");
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/try")).StatusCode);
    }

    [Fact]
    public async Task Who_types_much_gets_no_more_suggestions_and_may_still_send()
    {
        await using var kb = await StartAsync(new() { ["Kb:Limits:SuggestionsPerStudent"] = "2" });
        using var student = await kb.CreateAnonymousClientAsync();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await student.PostAsJsonAsync("/api/widget/suggestions", new { text = "сертификат" })).StatusCode);
        }

        var refused = await student.PostAsJsonAsync("/api/widget/suggestions", new { text = "сертификат" });
        student.DefaultRequestHeaders.Add("Idempotency-Key", "1");
        var sent = await student.PostAsJsonAsync("/api/conversations", new { });

        await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests, "request.too_many");
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    [Fact]
    public async Task Hundreds_of_sessions_open_from_one_address()
    {
        await using var kb = await StartAsync([]);
        var client = kb.CreateClient();

        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(HttpStatusCode.Created, (await client.PostAsJsonAsync("/api/widget/session", new { site = Site.DemoId })).StatusCode);
        }
    }

    [Fact]
    public async Task A_forged_forwarding_header_does_not_dodge_the_limit()
    {
        await using var kb = await StartAsync(new() { ["Kb:Limits:SignInsPerAddress"] = "100" });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 120; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/account/login") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            statuses.Add((await kb.CreateClient().SendAsync(request)).StatusCode);
        }

        Assert.Equal(20, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Theory]
    [InlineData(null, "10.1.2.3", "http")]
    [InlineData("10.0.0.0/8", "203.0.113.9", "https")]
    [InlineData("10.1.2.3", "203.0.113.9", "https")]
    [InlineData("192.168.0.0/16", "10.1.2.3", "http")]
    public async Task Forwarded_headers_are_believed_only_from_a_configured_proxy(string? proxy, string address, string scheme)
    {
        await using var kb = await StartAsync(proxy is null ? [] : new() { ["Kb:Proxies:0"] = proxy }, IPAddress.Parse("10.1.2.3"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/try/connection");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");

        Assert.Equal($"{address} {scheme}", await (await kb.CreateClient().SendAsync(request)).Content.ReadAsStringAsync());
    }

    private static Task<KbApplication> StartAsync(Dictionary<string, string?> configuration, IPAddress? remote = null) =>
        KbApplication.StartAsync(new TestOptions
        {
            Configuration = configuration,
            RemoteAddress = remote,
            Routes = app =>
            {
                app.MapGet("/api/try", () => "ok");
                app.MapGet("/try/connection", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme}").AllowAnonymous();
            },
        });
}
