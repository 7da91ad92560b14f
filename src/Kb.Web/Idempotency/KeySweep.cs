using Kb.Desk.Storage;
using Kb.Desk.Storage.Idempotency;

namespace Kb.Web.Idempotency;

/// <summary>Forgets answers that nobody will ask for again.</summary>
internal sealed partial class KeySweep(IdempotentWriter writer, TimeProvider time, ILogger<KeySweep> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await writer.PurgeAsync(stoppingToken);
            }
            catch (StorageUnavailableException failure)
            {
                LogFailure(failure.Reason); // The next hour tries again.
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old answers could not be removed: storage is {Reason}")]
    private partial void LogFailure(StorageFailure reason);
}
