using Kb.Desk.Storage;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Accounts.Login;
using Kb.Web.Accounts.Storage;
using Kb.Web.Hosting;
using Kb.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kb.Web.Accounts;

/// <summary>Registers who may come in.</summary>
internal static class AccountsRegistration
{
    private const string HistoryTable = "accounts_migrations";

    /// <summary>Accounts, keys and their storage: all that the command-line verbs need too.</summary>
    public static IServiceCollection AddKbAccounts(this IServiceCollection services, DataFolder data)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new DeskDatabase(data.Database));
        services.AddDbContextFactory<AccountsDbContext>((provider, builder) =>
            provider.GetRequiredService<DeskDatabase>().Configure(builder, HistoryTable));
        services.AddSingleton<Audit>();
        // In the data folder, so that a restored backup does not log everyone out. The folder is its owner's alone.
        services.AddDataProtection().SetApplicationName("Kb").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        services.AddIdentityCore<StaffUser>(ConfigureIdentity)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<AccountsDbContext>()
            .AddClaimsPrincipalFactory<StaffClaims>();
        services.AddScoped<StaffDirectory>().AddScoped<ApiKeyDirectory>();
        return services;
    }

    /// <summary>The door for browsers.</summary>
    public static IServiceCollection AddKbLogin(this IServiceCollection services) => services
        .AddSingleton<LoginThrottle>()
        .AddSingleton<KnownBrowser>()
        .AddSingleton<StaffPass>()
        .AddScoped<StaffSessions>()
        .AddScoped<SignIn>();

    /// <summary>Creates or upgrades the tables.</summary>
    public static Task PrepareAccountsAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<DeskDatabase>()
            .PrepareAsync(services.GetRequiredService<IDbContextFactory<AccountsDbContext>>(), cancellationToken);

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // Length alone: rules about letters and digits make passwords worse (NIST SP 800-63B, 5.1.1.2).
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        // An account's name is its address; whatever an address may hold is allowed.
        options.User.AllowedUserNameCharacters = "";
    }
}
