using System.Net;
using System.Text.Json;
using Kb.Web.Features.Help;
using Kb.Web.Features.Search;
using Kb.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Search;

/// <summary>No text breaks a search.</summary>
public sealed class AnyQueryTests(SmallKb kb) : IClassFixture<SmallKb>
{
    private const int LongestSent = 3_000; // Characters; percent-encoding makes up to nine bytes of one.

    [Fact]
    public void Every_text_is_searched_by_staff_and_strangers_and_answered_in_valid_json()
    {
        var staff = kb.Services.GetRequiredService<AgentSearch>();
        var help = kb.Services.GetRequiredService<HelpCentre>();

        foreach (var text in RandomQueries.Make(count: 5_000, seed: 22))
        {
            Assert.Equal(JsonValueKind.Array, Json(staff.Search(new AgentQuery(text))).GetProperty("hits").ValueKind);
            Assert.Equal(JsonValueKind.Array, Json(help.Search(text)).GetProperty("hits").ValueKind);
        }
    }

    [Fact]
    public async Task Every_text_that_can_be_sent_is_answered_with_200_and_on_the_pages_as_text()
    {
        using var program = await kb.CreateAgentClientAsync();
        using var browser = await kb.SignInAsync();

        foreach (var text in RandomQueries.Make(count: 120, seed: 53))
        {
            var sent = Uri.EscapeDataString(Sendable(text));
            foreach (var (client, address) in new[] { (program, "/api/search?q="), (browser, "/api/help/search?q=") })
            {
                using var response = await client.GetAsync(address + sent);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal(JsonValueKind.Number, (await response.JsonAsync()).GetProperty("total").ValueKind);
            }

            Assert.DoesNotContain("<script>alert", await browser.GetStringAsync("/search?q=" + sent), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", await browser.GetStringAsync("/help?q=" + sent), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Five_thousand_texts_are_all_answered_with_200_through_the_host()
    {
        await using var kb = await KbApplication.StartAsync(new TestOptions { Configuration = new() { ["Kb:Limits:RequestsPerCaller"] = "1000000" } });
        using var program = await kb.CreateAgentClientAsync();

        foreach (var text in RandomQueries.Make(count: 5_000, seed: 54))
        {
            foreach (var route in new[] { "/api/search?q=", "/api/help/search?q=" })
            {
                using var response = await program.GetAsync(route + Uri.EscapeDataString(Sendable(text)));
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode} for {route}{text}");
            }
        }
    }

    [Theory]
    [InlineData("q=%00", HttpStatusCode.OK)]
    [InlineData("q=%ED%A0%80", HttpStatusCode.OK)] // Half a character, in bytes that are no UTF-8.
    [InlineData("q=%FF%FE%C3", HttpStatusCode.OK)]
    [InlineData("q=%", HttpStatusCode.OK)]
    [InlineData("q=%zz%u0430", HttpStatusCode.OK)]
    [InlineData("q=сертификат&q=возврат", HttpStatusCode.OK)]
    [InlineData("q[$ne]=1&q[]=2", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("q=а&top=-1", HttpStatusCode.OK)]
    [InlineData("q=а&top=99999", HttpStatusCode.OK)]
    [InlineData("q=а&top=много", HttpStatusCode.BadRequest)]
    [InlineData("q=а&top=1;DROP TABLE", HttpStatusCode.BadRequest)]
    [InlineData("q=а&typing=может быть", HttpStatusCode.BadRequest)]
    public async Task Parameters_of_any_bytes_are_read_or_refused_in_Russian(string parameters, HttpStatusCode status)
    {
        using var program = await kb.CreateAgentClientAsync();

        foreach (var route in new[] { "/api/search?", "/api/help/search?" })
        {
            using var response = await program.GetAsync(route + parameters);
            Assert.Equal(status, response.StatusCode);
            if (status == HttpStatusCode.BadRequest)
            {
                await response.AssertProblemAsync(status, "request.unreadable");
            }
        }
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_cut_and_whoever_sent_it_is_told()
    {
        using var program = await kb.CreateAgentClientAsync();
        var letter = "сертификат " + string.Concat(Enumerable.Repeat("очень нужен ", 250));

        var staff = await (await program.GetAsync("/api/search?q=" + Uri.EscapeDataString(letter))).JsonAsync();
        var help = await (await program.GetAsync("/api/help/search?q=" + Uri.EscapeDataString(letter))).JsonAsync();
        var page = await program.GetStringAsync("/help?q=" + Uri.EscapeDataString(letter));

        Assert.Equal("certificate-get", staff.GetProperty("hits")[0].GetProperty("article").GetString());
        Assert.Equal("Запрос длинный: ищем по первым 400 знакам.", staff.GetProperty("notice").GetString());
        Assert.Equal(400, help.GetProperty("query").GetString()!.Length);
        Assert.Contains("ищем по первым 400 знакам", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("еще раз сертификат", "ещё раз сертификат")]
    [InlineData("сертификат, мой", "сертификат, мои\u0306")]
    [InlineData("сертификат", "cертификат")] // The first letter of the second is Latin.
    [InlineData("сертификат", "серти\u200Bфикат")]
    public void Spellings_that_look_alike_find_the_same(string one, string other)
    {
        var staff = kb.Services.GetRequiredService<AgentSearch>();

        var found = staff.Search(new AgentQuery(one)).Hits.Select(hit => hit.Id);

        Assert.NotEmpty(found);
        Assert.Equal(found, staff.Search(new AgentQuery(other)).Hits.Select(hit => hit.Id));
    }

    private static JsonElement Json<T>(T view) => JsonDocument.Parse(JsonSerializer.Serialize(view, KbJson.Options)).RootElement;

    /// <summary>A lone surrogate cannot be sent as UTF-8: it arrives as U+FFFD, as from a browser.</summary>
    private static string Sendable(string text)
    {
        var whole = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        return whole.Length <= LongestSent ? whole : whole[..LongestSent].TrimEnd('\ud83d', '\ud83c');
    }
}
