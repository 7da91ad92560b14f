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
