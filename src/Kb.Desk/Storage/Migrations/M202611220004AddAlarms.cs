using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kb.Desk.Storage.Migrations;

/// <summary>Tickets of people who may harm themselves: before everything else.</summary>
[DbContext(typeof(DeskDbContext))]
[Migration("202611220004_add_alarms")]
internal sealed class AddAlarms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("is_alarm", "tickets", nullable: false, defaultValue: false);
}
