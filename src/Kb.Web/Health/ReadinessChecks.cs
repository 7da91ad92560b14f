using Kb.Desk.Storage;
using Kb.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Health;

/// <summary>One thing without which the server should get no requests. A room with such a thing registers its own.</summary>
internal interface IReadinessCheck
{
    /// <summary>Stable code that a watcher shows: <c>db</c>, <c>disk</c>, <c>index</c>, <c>clock</c>.</summary>
    string Code { get; }

    /// <summary>Whether it is in order now. An exception counts as no.</summary>
    ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken);
}

/// <summary>The database answers and its tables are there.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<DeskDbContext> contexts) : IReadinessCheck
{
    public string Code => "db";

    public async ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Conversations.AnyAsync(cancellationToken);
        return true;
    }
}

/// <summary>There is room to write in the data folder, and we may.</summary>
internal sealed class DiskCheck(DataFolder data) : IReadinessCheck
{
    private const long NeededBytes = 64L * 1024 * 1024;

    public string Code => "disk";

    public async ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        var probe = Path.Combine(data.Root, $".ready-{Guid.CreateVersion7():n}");
        try
        {
            await File.WriteAllTextAsync(probe, "ready", cancellationToken);
        }
        finally
        {
            File.Delete(probe);
        }

        return new DriveInfo(data.Root).AvailableFreeSpace >= NeededBytes;
    }
}

/// <summary>The clock is not behind this program's own making: tokens and deadlines would all be wrong.</summary>
internal sealed class ClockCheck(TimeProvider time) : IReadinessCheck
{
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Code => "clock";

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(time.GetUtcNow() >= Earliest);
}
