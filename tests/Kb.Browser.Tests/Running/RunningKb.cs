using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Kb.Web.Accounts;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Hosting;
using Kb.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kb.Browser.Tests.Running;

/// <summary>A whole server on a port of its own, over a data folder that disappears with it.</summary>
internal sealed class RunningKb : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DataFolder _data;
    private readonly FirstAdministrator _administrator;

    private RunningKb(WebApplication app, DataFolder data, FirstAdministrator administrator) =>
        (_app, _data, _administrator) = (app, data, administrator);

    /// <summary>Where it listens.</summary>
    public string Url => _app.Urls.First();

    /// <summary>A base of one article, for tests of what surrounds the knowledge: the whole base takes seconds to train.</summary>
    public static string SmallBase { get; } = Path.Combine(Installation.Root, "tests", "Kb.Web.Tests", "SmallBase");

    /// <param name="content">Content folder; null takes the repository's.</param>
    public static async Task<RunningKb> StartAsync(string? content = null)
    {
        var data = DataFolder.Open(Path.Combine(Path.GetTempPath(), "kb-browser-tests", Path.GetRandomFileName()));
        var app = KbHost.Build(new HostSettings { Data = data, Content = content ?? Installation.DefaultContent, Urls = "http://127.0.0.1:0" });
        var administrator = await KbHost.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        return new RunningKb(app, data, administrator!);
    }

    /// <summary>Signs the administrator in, as a person does.</summary>
    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync(Url + "/account/login");
        await page.GetByLabel("Электронная почта").FillAsync(_administrator.Email);
        await page.GetByLabel("Пароль").FillAsync(_administrator.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await page.ArriveAsync("/desk");
    }

    /// <summary>A request that came by another way.</summary>
    /// <returns>The ticket's id.</returns>
    public async Task<string> OpenTicketAsync(string text, string personName, string? kind = null)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var (_, key) = await scope.ServiceProvider.GetRequiredService<ApiKeyDirectory>().AddAsync("Тест", KbRoles.Agent, CancellationToken.None);
        using var program = new HttpClient { BaseAddress = new Uri(Url) };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        program.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var response = await program.PostAsJsonAsync("/api/tickets", new { text, personName, kind });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data.Root, recursive: true);
    }
}
