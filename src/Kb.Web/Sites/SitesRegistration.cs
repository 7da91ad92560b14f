using Kb.Web.Accounts.Storage;
using Kb.Web.Security;
using Kb.Web.Sites.LmsTokens;
using Kb.Web.Sites.Sessions;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.DataProtection;

namespace Kb.Web.Sites;

/// <summary>Registers learning systems and their students' sessions.</summary>
internal static class SitesRegistration
{
    /// <summary>The sites: all that the command-line verbs need.</summary>
    public static IServiceCollection AddKbSites(this IServiceCollection services) => services
        .AddScoped(provider => new SiteDirectory(
            provider.GetRequiredService<AccountsDbContext>(),
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<Audit>(),
            provider.GetRequiredService<TimeProvider>()));

    /// <summary>Sessions of students and the origins that may ask for them.</summary>
    public static IServiceCollection AddKbSessions(this IServiceCollection services)
    {
        services.AddOptions<WidgetSessionOptions>().BindConfiguration(WidgetSessionOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddCors();
        services.AddSingleton<ICorsPolicyProvider, SiteCors>();
        services.AddScoped<LmsTokenVerifier>().AddScoped<OpenSession>();
        services.AddSingleton<ExpiredSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<ExpiredSessions>());
        return services;
    }

    /// <summary>Makes the demo site known to a fresh data folder.</summary>
    public static async Task PrepareSitesAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteDirectory>().EnsureDemoAsync(cancellationToken);
    }
}
