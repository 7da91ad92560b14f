using Kb.Web.Accounts.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Sites.Sessions;

/// <summary>Removes sessions and spent tokens that have ended: they open nothing any more, only fill the disk.</summary>
internal sealed partial class ExpiredSessions(IServiceScopeFactory scopes, TimeProvider time, ILogger<ExpiredSessions> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure); // The next hour tries again; a full disk must not stop the server.
            }
        }
    }

    /// <summary>Removes what has ended by now.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        return await db.WidgetSessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken)
            + await db.SpentTokens.Where(token => token.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Ended sessions could not be removed")]
    private partial void LogFailure(Exception exception);
}
