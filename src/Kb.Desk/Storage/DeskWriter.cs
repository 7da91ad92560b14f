using Kb.Desk.Notices;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Storage;

/// <summary>
/// The only way to change the desk. Writers of this process queue at a gate, each transaction takes SQLite's write lock as it
/// begins (an upgrade from read to write would fail at once instead of waiting), and a work that found the database busy is
/// run again from its start on a fresh context. Watchers are told only after the commit.
/// </summary>
/// <remarks>Why the retry: dotnet/efcore#36295, a lock reported where there is none, and processes beside this one (the command-line verbs).</remarks>
public sealed class DeskWriter(IDbContextFactory<DeskDbContext> contexts, DeskNotices notices, TimeProvider time) : IDisposable
{
    /// <summary>How long a write may wait for others before it is refused.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Runs the work in one transaction and commits it.</summary>
    /// <param name="work">May run several times, each on fresh state: it must have no effect but through the write.</param>
    /// <param name="cancellationToken">Honoured until the commit begins.</param>
    /// <exception cref="StorageUnavailableException">Nothing was stored, because the disk is full, broken or busy for too long.</exception>
    public async Task<T> WriteAsync<T>(Func<DeskWrite, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        if (!await _gate.WaitAsync(Patience, cancellationToken))
        {
            throw new StorageUnavailableException(StorageFailure.Busy, null);
        }

        try
        {
            while (true)
            {
                try
                {
                    return await AttemptAsync(work, cancellationToken);
                }
                catch (Exception failure) when (StorageFailures.Recognise(failure) is { } reason)
                {
                    if (reason != StorageFailure.Busy || time.GetElapsedTime(started) > Patience)
                    {
                        throw new StorageUnavailableException(reason, failure);
                    }

                    await Task.Delay(Pause, time, cancellationToken);
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<T> AttemptAsync<T>(Func<DeskWrite, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Microsoft.Data.Sqlite begins IMMEDIATE unless it is told to defer.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var write = new DeskWrite(context, time.GetUtcNow());
        var result = await work(write, cancellationToken);
        if (write.IsAbandoned)
        {
            return result;
        }

        await context.SaveChangesAsync(cancellationToken);
        // From here on a caller who leaves must not turn a stored write into an unknown one.
        await transaction.CommitAsync(CancellationToken.None);
        notices.Publish(write.Changed);
        return result;
    }
}
