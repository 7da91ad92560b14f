using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kb.Desk.Storage;

/// <summary>The database of one data folder: how it is opened, brought up to date and checked.</summary>
/// <param name="File">Absolute path of the database file.</param>
public sealed record DeskDatabase(string File)
{
    /// <summary>Seconds that SQLite keeps trying for a lock before it gives up: the longest a writer may queue.</summary>
    internal const int LockTimeoutSeconds = 4;

    private const string HistoryTable = "desk_migrations";

    /// <summary>Sets the desk's context up for this database.</summary>
    public void Configure(DbContextOptionsBuilder builder) => Configure(builder, HistoryTable);

    /// <summary>Sets a context up for this database.</summary>
    /// <param name="builder">The context's options.</param>
    /// <param name="historyTable">Where the context records its migrations: contexts that share the file each have their own.</param>
    public void Configure(DbContextOptionsBuilder builder, string historyTable)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = LockTimeoutSeconds };
        builder
            .UseSqlite(connection.ConnectionString, sqlite => sqlite.MigrationsHistoryTable(historyTable).CommandTimeout(LockTimeoutSeconds))
            .AddInterceptors(new SqliteDurability())
            // Migrations are written by hand and have no snapshot; a test compares the schemas instead.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <summary>Creates or upgrades the database, then refuses to go on unless it keeps what it acknowledges.</summary>
    /// <exception cref="InvalidOperationException">The database would lose acknowledged writes.</exception>
    public async Task PrepareAsync<TContext>(IDbContextFactory<TContext> contexts, CancellationToken cancellationToken)
        where TContext : DbContext
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // The system drops this lock when a process dies, which EF Core's own lock row does not survive:
        // a kill during a migration would leave every later start waiting for ever.
        await using var migrating = await AcquireAsync(File + ".migrating", cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await SqliteDurability.ApplyToFileAsync(context.Database.GetDbConnection(), cancellationToken);
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }

        await SqliteDurability.VerifyAsync(context.Database.GetDbConnection(), cancellationToken);
    }

    private static async Task<FileStream> AcquireAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(path))
            {
                // Another start of ours migrates right now.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            }
        }
    }
}
