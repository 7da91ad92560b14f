using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kb.Desk.Storage.Migrations;

/// <summary>What people looked for and did not find.</summary>
[DbContext(typeof(DeskDbContext))]
[Migration("202611220002_create_search_misses")]
internal sealed class CreateSearchMisses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "search_misses",
            table => new
            {
                place = table.Column<string>(nullable: false),
                text = table.Column<string>(nullable: false),
                count = table.Column<int>(nullable: false),
                last_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_search_misses", row => new { row.place, row.text }));
        migrationBuilder.CreateIndex("IX_search_misses_last_at", "search_misses", "last_at");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("search_misses");
}
