using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tests.Storage;

public sealed class SchemaTests
{
    [Fact]
    public async Task Migrations_make_the_schema_of_the_model()
    {
        await using var desk = await TestDesk.StartAsync();
        var created = new DeskDatabase(Path.Combine(desk.Folder, "created.db"));
        var options = new DbContextOptionsBuilder<DeskDbContext>();
        created.Configure(options);
        await using var model = new DeskDbContext(options.Options);
        await model.Database.EnsureCreatedAsync();

        var migrated = await SchemaAsync(Path.Combine(desk.Folder, "kb.db"));

        Assert.Contains("column tickets.is_alarm", migrated, StringComparison.Ordinal);
        Assert.Contains("column conversations.asks_bot", migrated, StringComparison.Ordinal);
        Assert.Equal(await SchemaAsync(created.File), migrated);
    }

    [Fact]
    public async Task A_database_from_before_students_could_turn_to_the_bot_keeps_its_conversations_with_people()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = TestDesk.Session("s");
        var ticket = await desk.OpenTicketAsync(owner);
        var contexts = desk.Get<IDbContextFactory<DeskDbContext>>();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync(
                "ALTER TABLE conversations DROP COLUMN asks_bot; DELETE FROM desk_migrations WHERE \"MigrationId\" LIKE '%let_students_turn_to_the_bot'");
        }

        await desk.Get<DeskDatabase>().PrepareAsync(contexts, CancellationToken.None);

        var kept = await desk.Get<ReadConversations>().FindAsync(owner, ticket.ConversationId, CancellationToken.None);
        Assert.Equal((TicketStatus.Open, false), (kept!.Status, kept.IsWithBot));
    }

    private static async Task<string> SchemaAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // Columns by name: one that a later migration adds stands last in the table, wherever the model has it.
        command.CommandText = """
            SELECT * FROM (
                SELECT 'column ' || tables.name || '.' || columns.name || ' ' || columns.type || ' ' || columns."notnull" || ' ' || columns.pk AS line, tables.name AS owner
                FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'
                UNION ALL
                SELECT 'reference ' || tables.name || '.' || keys."from" || ' ' || keys."table" || '.' || keys."to" || ' ' || keys.on_delete, tables.name
                FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name) AS keys WHERE tables.type = 'table'
                UNION ALL
                SELECT sql, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL)
            WHERE owner NOT LIKE 'sqlite_%' AND owner NOT IN ('desk_migrations', '__EFMigrationsLock')
            ORDER BY line
            """;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join("\n", lines);
    }
}
