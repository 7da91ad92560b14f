using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kb.Desk.Storage.Migrations;

/// <summary>Conversations with a ticket whose student asks the bot something else.</summary>
[DbContext(typeof(DeskDbContext))]
[Migration("202611220005_let_students_turn_to_the_bot")]
internal sealed class LetStudentsTurnToTheBot : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("asks_bot", "conversations", nullable: false, defaultValue: false);
}
