using Kb.Desk.Searches;
using Kb.Desk.Storage;

namespace Kb.Web.Features.Search.Misses;

/// <summary>Writes down, beside the searches, what was not found. A search never waits for it, and a disk that fails costs a count.</summary>
internal sealed partial class MissRecorder(SearchSessions sessions, DeskWriter writer, TimeProvider time, ILogger<MissRecorder> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RecordAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the server.
        }
    }

    internal async Task RecordAsync(CancellationToken cancellationToken)
    {
        var misses = sessions.TakeMisses();
        if (misses.IsEmpty)
        {
            return;
        }

        try
        {
            await writer.WriteAsync((write, token) => SearchMisses.RecordAsync(write, misses, token), cancellationToken);
        }
#pragma warning disable CA1031 // Counting what was not found must never cost more than the count.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogLost(misses.Length, failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} searches without results were not written down")]
    private partial void LogLost(int count, Exception exception);
}
