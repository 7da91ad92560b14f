using System.Text.Json;
using Kb.Web.Features.Tickets.Similar;
using Kb.Web.Tests.Features.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Tickets.Similar;

/// <summary>The indexer is run by hand, so that no test waits for a worker.</summary>
public sealed class SimilarTicketsTests : IAsyncLifetime
{
    private KbApplication _kb = null!;
    private HttpClient _agent = null!;

    public async Task InitializeAsync()
    {
        _kb = await KbApplication.StartAsync(new TestOptions
        {
            Services = services =>
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(TicketIndexer)));
                services.AddSingleton<TicketIndexer>();
            },
        });
        _agent = await _kb.CreateAgentClientAsync();
    }

    public async Task DisposeAsync() => await _kb.DisposeAsync();

    [Fact]
    public async Task Solved_tickets_about_the_same_come_first_with_what_was_answered()
    {
        var open = await OpenAsync("Не приходит код для входа на почту");
        var solved = await OpenAsync("Код для входа не пришёл");
        await SolveAsync(solved, "Проверьте папку «Спам»: письмо с кодом обычно там.");
        await OpenAsync("Хочу вернуть деньги за курс");
        await IndexAsync();

        var asked = await OpenAsync("Не пришёл код для входа, что делать?");
        var tickets = (await ReadAsync($"/api/tickets/{asked}")).GetProperty("suggestions").GetProperty("tickets");

        Assert.Equal([solved, open], tickets.EnumerateArray().Select(ticket => ticket.GetProperty("id").GetString()));
        Assert.Contains("Спам", tickets[0].GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.True(tickets[0].GetProperty("isSolved").GetBoolean());
    }

    [Fact]
    public async Task A_change_is_found_after_it_and_so_are_the_words_of_the_answer()
    {
        var id = await OpenAsync("Вебинар завис на середине");
        await IndexAsync();
        Assert.Empty(await FindAsync("перезагрузите роутер"));

        await SolveAsync(id, "Перезагрузите роутер и зайдите снова.");
        await IndexAsync();

        Assert.Equal(id, Assert.Single(await FindAsync("перезагрузите роутер")).GetProperty("id").GetString());
        Assert.Equal(id, Assert.Single(await FindAsync("завис вебинар")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Tickets_are_searched_only_where_they_are_asked_for_and_counted_always()
    {
        var id = await OpenAsync("Нужен сертификат на английском");
        await IndexAsync();

        var tickets = await ReadAsync("/api/search?q=сертификат&types=ticket");
        var all = await ReadAsync("/api/search?q=сертификат");
        using var browser = await _kb.SignInAsync();
        var page = await browser.GetStringAsync("/search?q=сертификат&types=ticket");

        Assert.Equal(id, Assert.Single(tickets.GetProperty("hits").EnumerateArray()).GetProperty("id").GetString());
        Assert.DoesNotContain(all.GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("type").GetString() == "ticket");
        Assert.Contains(all.GetProperty("facets").GetProperty("type").EnumerateArray(), type => type.GetProperty("value").GetString() == "ticket");
        Assert.Contains("№ 1. Нужен сертификат на английском", page, StringComparison.Ordinal);
        Assert.DoesNotContain(id, await (await _kb.CreateClient().GetAsync("/api/help/search?q=сертификат")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_finds_the_tickets_of_before()
    {
        var id = await OpenAsync("Пропал доступ к уроку");
        var index = new TicketIndex(_kb.Services.GetRequiredService<Kb.Web.Knowledge.CurrentKnowledge>());

        await ActivatorUtilities.CreateInstance<TicketIndexer>(_kb.Services, index).CatchUpAsync(CancellationToken.None);

        var found = index.Search(new Kb.Search.Query.SearchQuery("доступ к уроку", Kb.Web.Security.KbClaims.StaffGrants, DateTimeOffset.UnixEpoch));
        Assert.Equal(id, Assert.Single(found.Hits).Id);
    }

    private Task IndexAsync() => _kb.Services.GetRequiredService<TicketIndexer>().CatchUpAsync(CancellationToken.None);

    private async Task<string> OpenAsync(string text)
    {
        var opened = await _agent.SendAsync("/api/tickets", new { text, personName = "Мария" });
        return (await opened.JsonAsync()).GetProperty("id").GetString()!;
    }

    private async Task SolveAsync(string id, string answer)
    {
        (await _agent.SendAsync($"/api/tickets/{id}/reply", new { text = answer })).EnsureSuccessStatusCode();
        (await _agent.SendAsync($"/api/tickets/{id}/transition", new { to = "closed" })).EnsureSuccessStatusCode();
    }

    private async Task<List<JsonElement>> FindAsync(string text) =>
        [.. (await ReadAsync("/api/search?types=ticket&q=" + Uri.EscapeDataString(text))).GetProperty("hits").EnumerateArray()];

    private async Task<JsonElement> ReadAsync(string address) => await (await _agent.GetAsync(address)).JsonAsync();
}
