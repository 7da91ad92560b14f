using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kb.Web.Accounts;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Hosting;
using Kb.Web.Security;
using Kb.Web.Sites;
using Kb.Web.Sites.LmsTokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests;

/// <summary>
/// The whole server in memory, over a data folder of its own that disappears with it. As a class fixture it is shared by the tests
/// of the class; a test that needs its own settings starts its own with <see cref="StartAsync"/>.
/// </summary>
public class KbApplication : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestOptions _options;
    private WebApplication? _app;

    public KbApplication() : this(new TestOptions { Content = null })
    {
    }

    protected KbApplication(TestOptions options) => _options = options;

    /// <summary>One folder of models for all servers of the test run: the shipped base is learnt once, not by every test class.</summary>
    private static string SharedModels { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "kb-tests", "models")).FullName;

    /// <summary>Services of the running server.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>The account that the first start made.</summary>
    internal FirstAdministrator? Administrator { get; private set; }

    /// <summary>The data folder of this server.</summary>
    public DataFolder Data { get; } = DataFolder.Open(Path.Combine(Path.GetTempPath(), "kb-tests", Path.GetRandomFileName()));

    private WebApplication App => _app ?? throw new InvalidOperationException("The application has not started.");

    /// <summary>Starts a server with settings of its own.</summary>
    public static async Task<KbApplication> StartAsync(TestOptions options)
    {
        var application = new KbApplication(options);
        await application.InitializeAsync();
        return application;
    }

    public async Task InitializeAsync()
    {
        var settings = new HostSettings { Data = Data, Content = _options.Content ?? Installation.DefaultContent, Models = _options.Models ?? SharedModels };
        _app = KbHost.Build(settings, builder =>
        {
            builder.WebHost.UseTestServer();
            if (_options.RemoteAddress is { } address)
            {
                builder.Services.AddSingleton<IStartupFilter>(new ConnectFrom(address));
            }

            // A test that is not about bursts waits for none.
            builder.Configuration.AddInMemoryCollection([new("Kb:Chat:BurstWindow", "00:00:00"), new("Kb:Chat:UnfinishedWindow", "00:00:00")]);
            builder.Configuration.AddInMemoryCollection(_options.Configuration);
            _options.Services?.Invoke(builder.Services);
            _options.App?.Invoke(builder);
        });
        _options.Routes?.Invoke(_app);
        Administrator = await KbHost.PrepareAsync(_app, CancellationToken.None);
        await _app.StartAsync();
    }

    /// <summary>A caller without any identity: no cookies, redirects are not followed.</summary>
    /// <param name="address">Base address; an https one makes the request secure.</param>
    public HttpClient CreateClient(string address = "http://localhost") =>
        new(App.GetTestServer().CreateHandler()) { BaseAddress = new Uri(address) };

    /// <summary>A browser: keeps cookies, asks for pages, does not follow redirects.</summary>
    public HttpClient CreateBrowser(string address = "http://localhost")
    {
        var browser = new HttpClient(new CookieContainerHandler { InnerHandler = App.GetTestServer().CreateHandler() })
        {
            BaseAddress = new Uri(address),
        };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return browser;
    }

    /// <summary>A program with a key of this role.</summary>
    /// <param name="role">One of <see cref="KbRoles"/>.</param>
    public async Task<HttpClient> CreateStaffClientAsync(string role = KbRoles.Agent)
    {
        await using var scope = Services.CreateAsyncScope();
        var (_, key) = await scope.ServiceProvider.GetRequiredService<ApiKeyDirectory>().AddAsync("Тест", role, CancellationToken.None);
        return WithBearer(key);
    }

    /// <summary>An agent's program.</summary>
    public Task<HttpClient> CreateAgentClientAsync() => CreateStaffClientAsync(KbRoles.Agent);

    /// <summary>A student whom the demo site vouches for, with an open session.</summary>
    public async Task<HttpClient> CreateStudentClientAsync(string subject = "ivan", string name = "Иван Петров", params IEnumerable<TestCourse> courses)
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var token = await SignAsync(new
        {
            iss = Site.DemoId,
            aud = "kb",
            sub = subject,
            name,
            email = $"{subject}@example.ru",
            exp = now.AddMinutes(5).ToUnixTimeSeconds(),
            jti = Guid.CreateVersion7(now).ToString(),
            courses,
        });
        return await OpenSessionAsync(token);
    }

    /// <summary>Somebody for whom nobody vouched, with an open session.</summary>
    public Task<HttpClient> CreateAnonymousClientAsync() => OpenSessionAsync(token: null);

    /// <summary>A browser in which the first administrator has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string address = "http://localhost")
    {
        var browser = CreateBrowser(address);
        var response = await browser.SubmitLoginAsync(Administrator!.Email, Administrator.Password);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return browser;
    }

    /// <summary>A token of the demo site.</summary>
    public async Task<string> SignAsync(object claims) => LmsTokenSigner.Sign(claims, await SecretOfAsync(Site.DemoId));

    /// <summary>The newest secret of a site.</summary>
    public async Task<string> SecretOfAsync(string siteId)
    {
        await using var scope = Services.CreateAsyncScope();
        var sites = scope.ServiceProvider.GetRequiredService<SiteDirectory>();
        var site = await sites.FindAsync(siteId, CancellationToken.None);
        return sites.Reveal(site!.Keys[0]);
    }

    private async Task<HttpClient> OpenSessionAsync(string? token)
    {
        using var stranger = CreateClient();
        var response = await stranger.PostAsJsonAsync("/api/widget/session", new { site = Site.DemoId, token });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return WithBearer((await response.JsonAsync()).GetProperty("session").GetString()!);
    }

    private HttpClient WithBearer(string bearer)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return client;
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(Data.Root, recursive: true);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same over a base of one article, for tests of what surrounds the knowledge: the whole base takes seconds to train.</summary>
public sealed class SmallKb() : KbApplication(new TestOptions());

/// <summary>Gives every request a network address, before anything of ours sees it.</summary>
internal sealed class ConnectFrom(IPAddress address) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, pipeline) =>
        {
            context.Connection.RemoteIpAddress = address;
            return pipeline(context);
        });
        next(app);
    };
}

/// <summary>A course in a test's token.</summary>
public sealed record TestCourse(string Id, string Title, string? Stream = null);

/// <summary>What a test wants different from the defaults.</summary>
public sealed record TestOptions
{
    /// <summary>A base of one article, which starts a server at once.</summary>
    public static string SmallBase { get; } = Path.Combine(Installation.Root, "tests", "Kb.Web.Tests", "SmallBase");

    /// <summary>Content folder; null takes the repository's.</summary>
    public string? Content { get; init; } = SmallBase;

    /// <summary>Folder of models; null takes the one that all servers share.</summary>
    public string? Models { get; init; }

    /// <summary>Configuration, by key with colons.</summary>
    public Dictionary<string, string?> Configuration { get; init; } = [];

    /// <summary>Replaces services.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Changes the builder.</summary>
    public Action<WebApplicationBuilder>? App { get; init; }

    /// <summary>The network address that requests seem to come from; null leaves it unknown.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>Adds routes of the test's own, to try what surrounds every route.</summary>
    public Action<WebApplication>? Routes { get; init; }
}
