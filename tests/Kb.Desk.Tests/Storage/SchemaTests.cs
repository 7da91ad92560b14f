using Kb.Desk.Storage;
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

        Assert.Equal(await SchemaAsync(created.File), migrated);
    }

    private static async Task<string> SchemaAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT sql FROM sqlite_master
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND tbl_name NOT IN ('desk_migrations', '__EFMigrationsLock')
            ORDER BY type DESC, name
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
