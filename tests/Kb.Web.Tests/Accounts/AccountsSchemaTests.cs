using Kb.Desk.Storage;
using Kb.Web.Accounts.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Tests.Accounts;

public sealed class AccountsSchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-schema-").FullName;

    [Fact]
    public async Task Migrations_make_the_very_schema_that_the_model_describes()
    {
        await using var migrated = Open("migrated.db");
        await using var created = Open("created.db");
        await migrated.Database.MigrateAsync();
        await created.Database.EnsureCreatedAsync();

        Assert.Equal(await SchemaAsync(created), await SchemaAsync(migrated));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private AccountsDbContext Open(string file)
    {
        var builder = new DbContextOptionsBuilder<AccountsDbContext>();
        new DeskDatabase(Path.Combine(_folder, file)).Configure(builder, "accounts_migrations");
        return new AccountsDbContext(builder.Options);
    }

    private static async Task<string> SchemaAsync(AccountsDbContext db)
    {
        var statements = await db.Database
            .SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT IN ('accounts_migrations', '__EFMigrationsLock') ORDER BY type, name")
            .ToListAsync();
        return string.Join(";\n", statements);
    }
}
