using Kb.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests;

/// <summary>
/// The whole server in memory, over a data folder of its own that disappears with it. As a class fixture it is shared by the tests
/// of the class; a test that needs its own settings starts its own with <see cref="StartAsync"/>.
/// </summary>
public sealed class KbApplication : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestOptions _options;
    private WebApplication? _app;

    public KbApplication() : this(new TestOptions())
    {
    }

    private KbApplication(TestOptions options) => _options = options;

    /// <summary>Services of the running server.</summary>
    public IServiceProvider Services => App.Services;

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
        var settings = new HostSettings { Data = Data, Content = _options.Content ?? Installation.DefaultContent };
        _app = KbHost.Build(settings, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Configuration.AddInMemoryCollection(_options.Configuration);
            _options.Services?.Invoke(builder.Services);
            _options.App?.Invoke(builder);
        });
        _options.Routes?.Invoke(_app);
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

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(Data.Root, recursive: true);
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
}

/// <summary>What a test wants different from the defaults.</summary>
public sealed record TestOptions
{
    /// <summary>Content folder; null takes the repository's.</summary>
    public string? Content { get; init; }

    /// <summary>Configuration, by key with colons.</summary>
    public Dictionary<string, string?> Configuration { get; init; } = [];

    /// <summary>Replaces services.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Changes the builder.</summary>
    public Action<WebApplicationBuilder>? App { get; init; }

    /// <summary>Adds routes of the test's own, to try what surrounds every route.</summary>
    public Action<WebApplication>? Routes { get; init; }
}
