using Kb.Web.Accounts;
using Kb.Web.Accounts.Login;
using Kb.Web.Features.BotModels;
using Kb.Web.Features.Chat;
using Kb.Web.Features.Demo;
using Kb.Web.Features.Desk;
using Kb.Web.Features.Explain;
using Kb.Web.Features.Help;
using Kb.Web.Features.Home;
using Kb.Web.Features.Search;
using Kb.Web.Features.Search.Misses;
using Kb.Web.Features.Tickets;
using Kb.Web.Features.Widget;
using Kb.Web.Features.Widget.Suggestions;
using Kb.Web.Health;
using Kb.Web.Idempotency;
using Kb.Web.Knowledge;
using Kb.Web.Layout;
using Kb.Web.OpenApi;
using Kb.Web.Problems;
using Kb.Web.Security;
using Kb.Web.Sites;
using Kb.Web.Sites.Sessions;

namespace Kb.Web.Hosting;

/// <summary>The composition root: every room is registered and every route mapped here, one line each.</summary>
internal static class KbHost
{
    /// <param name="settings">What this run was told.</param>
    /// <param name="adjust">Last word on services and configuration; tests use it.</param>
    public static WebApplication Build(HostSettings settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = CreateBuilder(settings);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(settings.Data)
            .AddSingleton(TimeProvider.System)
            .AddKbProblems()
            .AddKbAccounts(settings.Data)
            .AddKbLogin()
            .AddKbSites()
            .AddKbSessions()
            .AddKbKnowledge(settings)
            .AddKbDesk(settings.Data, builder.Configuration)
            .AddKbIdempotency()
            .AddKbChat()
            .AddKbTickets()
            .AddKbDeskPages()
            .AddKbSecurity()
            .AddKbHealth()
            .AddHelp()
            .AddAgentSearch()
            .AddSearchMisses()
            .AddModelSwitch()
            .AddSuggestions()
            .AddKbPages()
            .AddKbOpenApi();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseKbProblems();
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseUnroutedRequests();
        app.UseRequestSizes();
        app.UseCors();
        app.UseAuthentication();
        app.UseSameOriginGuard();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapKbPages();
        app.MapLogin();
        app.MapSessions();
        app.MapChat();
        app.MapTickets();
        app.MapDesk();
        app.MapHome();
        app.MapDemo();
        app.MapHelp();
        app.MapAgentSearch();
        app.MapExplain();
        app.MapBotModels();
        app.MapSearchMisses();
        app.MapWidget();
        app.MapSuggestions();
        app.MapHealth();
        app.MapKbOpenApi();
        return app;
    }

    /// <summary>Brings the data folder up to date. Call it once, before the server starts.</summary>
    /// <returns>The administrator whose password must be shown now; null when there is one already.</returns>
    public static async Task<FirstAdministrator?> PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.PrepareDeskAsync(cancellationToken);
        await app.Services.PrepareAccountsAsync(cancellationToken);
        await app.Services.PrepareSitesAsync(cancellationToken);
        return await FirstAdministrator.EnsureAsync(app.Services, cancellationToken);
    }

    private static WebApplicationBuilder CreateBuilder(HostSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(KbHost).Assembly.GetName().Name,
            ContentRootPath = Installation.WebRootParent,
            // A watcher for each settings file costs inotify handles and buys surprises: settings are read at start.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddKbSettings(settings.Data);
        // Otherwise styles and scripts beside components answer 500 outside Development when run from source.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Urls ?? ConfiguredUrls(builder.Configuration));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestSizes.MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = RequestSizes.MaxAddressBytes;
        });
        // Standard output carries only what a person or a script waits for: the address and the first password.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder;
    }

    private static string ConfiguredUrls(ConfigurationManager configuration) =>
        configuration[WebHostDefaults.ServerUrlsKey] ?? HostSettings.DefaultUrl;
}
