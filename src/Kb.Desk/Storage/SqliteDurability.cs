using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kb.Desk.Storage;

/// <summary>
/// Makes every SQLite connection keep its word: a commit that returned survives a crash and a power cut.
/// SQLite forgets all of its settings but the journal mode when a connection closes, hence an interceptor.
/// </summary>
/// <remarks>Source: sqlite.org/pragma.html; with WAL, synchronous=NORMAL may roll back the last commits after a power loss.</remarks>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    // Kept in the file, hence set once; EF Core also opens connections that only read, and those may not set it.
    private const string OfTheFile = "PRAGMA journal_mode=WAL";

    private const string OfTheConnection = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=1000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = OfTheConnection;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = OfTheConnection;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Switches the file to the write-ahead log, where readers and the writer do not wait for each other.</summary>
    public static async Task ApplyToFileAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = OfTheFile;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Asks the open connection what it really does.</summary>
    /// <exception cref="InvalidOperationException">It does not keep acknowledged writes; the message names the setting.</exception>
    public static async Task VerifyAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await ExpectAsync(connection, "journal_mode", "wal", cancellationToken);
        await ExpectAsync(connection, "synchronous", "2", cancellationToken);
        await ExpectAsync(connection, "foreign_keys", "1", cancellationToken);
    }

    private static async Task ExpectAsync(DbConnection connection, string pragma, string expected, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // The names are the three constants above.
#pragma warning disable CA2100
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        var actual = Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        if (actual != expected)
        {
            throw new InvalidOperationException(
                $"The database answers {pragma}={actual}, but only {pragma}={expected} keeps acknowledged messages. "
                + "Is the data folder on a network file system?");
        }
    }
}
