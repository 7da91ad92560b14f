using Microsoft.Playwright;

namespace Kb.Browser.Tests.Running;

/// <summary>One browser for all tests; each test opens contexts of its own, which share nothing.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Quiet: a browser that phones home would make «no request to another host» untestable.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    // ms. Generous: it is only ever waited out by a test that fails.
    private const float Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser's executable; null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("KB_BROWSER") ?? UsualPlaces.FirstOrDefault(File.Exists);

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("There is no Chromium on this machine.");

    public async Task InitializeAsync()
    {
        if (Path is not null)
        {
            _playwright = await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Patience);
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments });
        }
    }

    /// <summary>A person at a browser of their own: no cookies, no storage of others.</summary>
    /// <param name="width">Of the screen, CSS pixels; a narrow one is a phone, touched with fingers.</param>
    /// <param name="height">Of the screen.</param>
    /// <param name="zone">Whose clock the computer shows, by its tzdata name.</param>
    public async Task<IBrowserContext> NewPersonAsync(int width = 1200, int height = 800, string zone = "Europe/Moscow")
    {
        var context = await Browser.NewContextAsync(new()
        {
            Locale = "ru-RU",
            TimezoneId = zone,
            IsMobile = width < 600,
            HasTouch = width < 600,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>Tests that share a browser and mostly a server; they run one after another, so that one may even restart it.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<SharedKb>
{
    public const string Name = "Browser";
}
