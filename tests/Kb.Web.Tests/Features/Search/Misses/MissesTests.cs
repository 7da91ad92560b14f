using System.Net;
using Kb.Desk.Storage;
using Kb.Web.Features.Search.Misses;
using Kb.Web.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kb.Web.Tests.Features.Search.Misses;

/// <summary>The recorder is run by hand, so that no test waits for a worker.</summary>
public sealed class MissesTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private KbApplication _kb = null!;

    public async Task InitializeAsync() =>
        _kb = await KbApplication.StartAsync(new TestOptions { Services = services => services.AddSingleton<TimeProvider>(_clock) });

    public async Task DisposeAsync() => await _kb.DisposeAsync();

    [Fact]
    public async Task What_a_stranger_did_not_find_is_told_to_editors_without_the_stranger()
    {
        using var stranger = _kb.CreateBrowser();
        await stranger.GetAsync("/api/help/search?q=рассрочка+без");
        await stranger.GetAsync("/help?q=рассрочка+без+банка+для+ivan@mail.ru");
        _clock.Advance(SearchSessions.Pause);
        await Recorder(_kb).RecordAsync(CancellationToken.None);

        using var editor = await _kb.CreateStaffClientAsync(KbRoles.Editor);
        var items = (await (await editor.GetAsync("/api/search/misses")).JsonAsync()).GetProperty("items");
        using var browser = await _kb.SignInAsync();
        var page = await browser.GetStringAsync("/search/misses");

        var miss = Assert.Single(items.EnumerateArray());
        Assert.Equal(("рассрочка без банка для [почта]", 1, "help"), (miss.GetProperty("text").GetString(), miss.GetProperty("count").GetInt32(), miss.GetProperty("place").GetString()));
        Assert.Contains("рассрочка без банка для [почта]", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_and_not_opened_is_told_of_beside_it_with_its_forms_together()
    {
        foreach (var (address, query) in new[] { ("10.0.0.1", "скачать сертификат"), ("10.0.0.2", "скачать сертификаты"), ("10.0.0.3", "скачать сертификат"), ("10.0.0.4", "про сертификат") })
        {
            using var stranger = _kb.CreateBrowser();
            stranger.DefaultRequestHeaders.UserAgent.ParseAdd($"Browser/{address}");
            await stranger.GetAsync($"/help?q={query}");
            if (query.StartsWith("про", StringComparison.Ordinal))
            {
                await stranger.GetAsync("/help/articles/certificate-get");
            }
        }

        _clock.Advance(SearchSessions.Reading);
        await Recorder(_kb).RecordAsync(CancellationToken.None);

        using var editor = await _kb.CreateStaffClientAsync(KbRoles.Editor);
        var items = (await (await editor.GetAsync("/api/search/misses?outcome=nothing_opened")).JsonAsync()).GetProperty("items");
        using var browser = await _kb.SignInAsync();
        var page = await browser.GetStringAsync("/search/misses");

        Assert.Equal([("скачать сертификат", 2), ("скачать сертификаты", 1)], items.EnumerateArray().Select(item => (item.GetProperty("text").GetString(), item.GetProperty("count").GetInt32())));
        Assert.All(items.EnumerateArray(), item => Assert.True(item.GetProperty("hits").GetInt32() > 0));
        Assert.Matches("(?s)Нашли, но не открыли.*скачать сертификат<.*также: <bdi[^>]*>скачать сертификаты<.*<td[^>]*>3</td>", page);
    }

    [Fact]
    public async Task An_agent_who_copies_or_inserts_what_was_found_has_used_it()
    {
        using var agent = await _kb.SignInAsync();
        await agent.GetAsync("/search?q=сертификат");

        var told = await agent.PostAsync("/api/search/used", null);
        _clock.Advance(SearchSessions.Reading);

        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        Assert.Empty(_kb.Services.GetRequiredService<SearchSessions>().TakeMisses());
    }

    [Fact]
    public async Task An_outcome_that_does_not_exist_is_refused_in_words()
    {
        using var editor = await _kb.CreateStaffClientAsync(KbRoles.Editor);

        await (await editor.GetAsync("/api/search/misses?outcome=all")).AssertProblemAsync(HttpStatusCode.BadRequest, "request.unreadable");
    }

    [Fact]
    public async Task Agents_do_not_see_the_list()
    {
        using var agent = await _kb.CreateAgentClientAsync();

        using var response = await agent.GetAsync("/api/search/misses");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_storage_that_fails_costs_the_count_and_nothing_else()
    {
        using var stranger = _kb.CreateClient();
        (await stranger.GetAsync("/api/help/search?q=рассрочка")).EnsureSuccessStatusCode();
        _clock.Advance(SearchSessions.Pause);

        // A database that cannot be opened.
        var broken = ActivatorUtilities.CreateInstance<DeskWriter>(_kb.Services, new NoContexts());
        await new MissRecorder(_kb.Services.GetRequiredService<SearchSessions>(), broken, _clock, NullLogger<MissRecorder>.Instance).RecordAsync(CancellationToken.None);

        (await stranger.GetAsync("/api/help/search?q=рассрочка")).EnsureSuccessStatusCode();
    }

    private MissRecorder Recorder(KbApplication kb) => ActivatorUtilities.CreateInstance<MissRecorder>(kb.Services, _clock);

    private sealed class NoContexts : Microsoft.EntityFrameworkCore.IDbContextFactory<DeskDbContext>
    {
        public DeskDbContext CreateDbContext() => throw new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10);
    }
}
