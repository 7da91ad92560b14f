using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kb.Desk.Storage.Migrations;

/// <summary>Searches whose hits nobody opened, beside those without hits. SQLite cannot change a primary key, so that the table is made anew.</summary>
[DbContext(typeof(DeskDbContext))]
[Migration("202611220003_tell_how_searches_ended")]
internal sealed class TellHowSearchesEnded : Migration
{
    private const string Before = "search_misses_before";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_search_misses_last_at", "search_misses");
        migrationBuilder.RenameTable("search_misses", newName: Before);
        migrationBuilder.CreateTable(
            "search_misses",
            table => new
            {
                place = table.Column<string>(nullable: false),
                outcome = table.Column<string>(nullable: false),
                text = table.Column<string>(nullable: false),
                count = table.Column<int>(nullable: false),
                hits = table.Column<int>(nullable: false),
                last_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_search_misses", row => new { row.place, row.outcome, row.text }));
        migrationBuilder.CreateIndex("IX_search_misses_last_at", "search_misses", "last_at");
        migrationBuilder.Sql(
            $"INSERT INTO search_misses (place, outcome, text, count, hits, last_at) SELECT place, 'nothing_found', text, count, 0, last_at FROM {Before};");
        migrationBuilder.DropTable(Before);
    }
}
