using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kb.Web.Accounts.Storage.Migrations;

/// <summary>Sign-ins that were ended before their cookies.</summary>
[DbContext(typeof(AccountsDbContext))]
[Migration("202611220002_create_ended_sessions")]
internal sealed class CreateEndedSessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "staff_ended_sessions",
            table => new
            {
                id = table.Column<string>(nullable: false),
                ended_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_staff_ended_sessions", row => row.id));
        migrationBuilder.CreateIndex("IX_staff_ended_sessions_ended_at", "staff_ended_sessions", "ended_at");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("staff_ended_sessions");
}
