using Kb.Web.Accounts;
using Kb.Web.Hosting;
using Kb.Web.Sites;
using Microsoft.Extensions.Logging.Console;

namespace Kb.Web.Verbs;

/// <summary>The accounts of a data folder for a verb, without a server: safe beside one that runs, since both only meet in the database.</summary>
internal sealed class AccountsStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private AccountsStore(ServiceProvider services)
    {
        _services = services;
        _scope = services.CreateAsyncScope();
    }

    /// <summary>Opens the folder's accounts and brings their tables up to date.</summary>
    public static async Task<AccountsStore> OpenAsync(DataFolder data, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            // It warns that keys lie unencrypted: they lie in a folder that only its owner reads, beside all that they protect.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddSimpleConsole(console => console.SingleLine = true));
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddKbAccounts(data).AddKbSites();
        var provider = services.BuildServiceProvider();
        await provider.PrepareAccountsAsync(cancellationToken);
        await provider.PrepareSitesAsync(cancellationToken);
        return new AccountsStore(provider);
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
