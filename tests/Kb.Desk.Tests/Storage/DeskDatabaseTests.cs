using Kb.Desk.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tests.Storage;

public sealed class DeskDatabaseTests
{
    [Fact]
    public async Task Every_connection_keeps_what_it_acknowledged()
    {
        await using var desk = await TestDesk.StartAsync();

        var settings = await desk.ReadAsync(async db => new
        {
            Journal = await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(),
            Synchronous = await db.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(),
            ForeignKeys = await db.Database.SqlQueryRaw<long>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(),
        });

        Assert.Equal("wal", settings.Journal);
        Assert.Equal(2, settings.Synchronous);
        Assert.Equal(1, settings.ForeignKeys);
    }

    [Fact]
    public async Task A_database_that_would_lose_writes_is_refused()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => SqliteDurability.VerifyAsync(connection, CancellationToken.None));

        Assert.Contains("journal_mode=memory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_after_a_kill_in_the_middle_of_a_migration_does_not_wait_for_ever()
    {
        await using var desk = await TestDesk.StartAsync();
        var database = new DeskDatabase(Path.Combine(desk.Folder, "killed.db"));
        await using (var connection = new SqliteConnection($"Data Source={database.File}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-24 09:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await database.PrepareAsync(new Contexts(database), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        await using var context = new Contexts(database).CreateDbContext();
        Assert.Empty(await context.Tickets.ToListAsync());
    }

    [Fact]
    public async Task Preparing_twice_changes_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(TestDesk.Session("s"));

        await desk.Get<DeskDatabase>().PrepareAsync(desk.Get<IDbContextFactory<DeskDbContext>>(), CancellationToken.None);

        Assert.Equal(ticket.Number, (await desk.TicketAsync(ticket.Id)).Number);
    }

    private sealed class Contexts(DeskDatabase database) : IDbContextFactory<DeskDbContext>
    {
        public DeskDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<DeskDbContext>();
            database.Configure(options);
            return new DeskDbContext(options.Options);
        }
    }
}
