using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kb.Desk.Storage.Migrations;

/// <summary>People, conversations, tickets and the answers kept for repetition. Column types follow from the CLR types, so that every database uses its own.</summary>
[DbContext(typeof(DeskDbContext))]
[Migration("202611220001_create_desk")]
internal sealed class CreateDesk : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateIdempotency(migrationBuilder);
        CreatePeople(migrationBuilder);
        CreateConversations(migrationBuilder);
        CreateTickets(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        string[] tables =
        [
            "ticket_events", "tickets", "dialogue_events", "pending_turns", "notes", "messages", "conversations", "people", "idempotency_keys",
        ];
        foreach (var table in tables)
        {
            migrationBuilder.DropTable(table);
        }
    }

    private static void CreatePeople(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people",
            table => new
            {
                id = table.Column<string>(nullable: false),
                site = table.Column<string>(nullable: false),
                subject = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                email = table.Column<string>(nullable: true),
                role = table.Column<string>(nullable: false),
                courses = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                seen_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people", row => row.id));
        migrationBuilder.CreateIndex("IX_people_site_subject", "people", ["site", "subject"], unique: true);
    }

    private static void CreateConversations(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "conversations",
            table => new
            {
                id = table.Column<string>(nullable: false),
                site = table.Column<string>(nullable: true),
                person_id = table.Column<string>(nullable: true),
                session_id = table.Column<string>(nullable: true),
                channel = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                last_seq = table.Column<long>(nullable: false),
                seen_seq = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_conversations", row => row.id);
                table.ForeignKey("FK_conversations_people_person_id", row => row.person_id, "people", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_conversations_person_id", "conversations", "person_id");
        migrationBuilder.CreateIndex("IX_conversations_session_id", "conversations", "session_id");

        migrationBuilder.CreateTable(
            "messages",
            table => new
            {
                id = table.Column<string>(nullable: false),
                conversation_id = table.Column<string>(nullable: false),
                seq = table.Column<long>(nullable: false),
                author = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: true),
                text = table.Column<string>(nullable: false),
                format = table.Column<string>(nullable: false),
                sources = table.Column<string>(nullable: false),
                actions = table.Column<string>(nullable: false),
                pressed_action = table.Column<string>(nullable: true),
                at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_messages", row => row.id);
                table.ForeignKey("FK_messages_conversations_conversation_id", row => row.conversation_id, "conversations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_messages_conversation_id_seq", "messages", ["conversation_id", "seq"], unique: true);

        migrationBuilder.CreateTable(
            "notes",
            table => new
            {
                conversation_id = table.Column<string>(nullable: false),
                ordinal = table.Column<int>(nullable: false),
                after_seq = table.Column<long>(nullable: false),
                author_id = table.Column<string>(nullable: false),
                author_name = table.Column<string>(nullable: false),
                text = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_notes", row => new { row.conversation_id, row.ordinal });
                table.ForeignKey("FK_notes_conversations_conversation_id", row => row.conversation_id, "conversations", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            "pending_turns",
            table => new
            {
                conversation_id = table.Column<string>(nullable: false),
                seq = table.Column<long>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_pending_turns", row => new { row.conversation_id, row.seq });
                table.ForeignKey("FK_pending_turns_conversations_conversation_id", row => row.conversation_id, "conversations", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_pending_turns_at", "pending_turns", "at");

        migrationBuilder.CreateTable(
            "dialogue_events",
            table => new
            {
                conversation_id = table.Column<string>(nullable: false),
                ordinal = table.Column<int>(nullable: false),
                payload = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_dialogue_events", row => new { row.conversation_id, row.ordinal });
                table.ForeignKey("FK_dialogue_events_conversations_conversation_id", row => row.conversation_id, "conversations", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void CreateTickets(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "tickets",
            table => new
            {
                id = table.Column<string>(nullable: false),
                number = table.Column<long>(nullable: false),
                conversation_id = table.Column<string>(nullable: false),
                status = table.Column<string>(nullable: false),
                type = table.Column<string>(nullable: true),
                kind = table.Column<string>(nullable: true),
                line = table.Column<int>(nullable: false),
                service_class = table.Column<string>(nullable: false),
                assignee_id = table.Column<string>(nullable: true),
                assignee_name = table.Column<string>(nullable: true),
                person_id = table.Column<string>(nullable: true),
                person_name = table.Column<string>(nullable: true),
                title = table.Column<string>(nullable: false),
                handoff = table.Column<string>(nullable: false),
                last_author = table.Column<string>(nullable: false),
                last_at = table.Column<long>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                first_reply_due_at = table.Column<long>(nullable: false),
                first_replied_at = table.Column<long>(nullable: true),
                resolution_due_at = table.Column<long>(nullable: false),
                next_due_at = table.Column<long>(nullable: false),
                closed_at = table.Column<long>(nullable: true),
                version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tickets", row => row.id);
                table.ForeignKey("FK_tickets_conversations_conversation_id", row => row.conversation_id, "conversations", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_tickets_people_person_id", row => row.person_id, "people", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_tickets_assignee_id", "tickets", "assignee_id");
        migrationBuilder.CreateIndex("IX_tickets_conversation_id", "tickets", "conversation_id");
        migrationBuilder.CreateIndex("IX_tickets_number", "tickets", "number", unique: true);
        migrationBuilder.CreateIndex("IX_tickets_person_id", "tickets", "person_id");
        migrationBuilder.CreateIndex("IX_tickets_status_next_due_at", "tickets", ["status", "next_due_at"]);

        migrationBuilder.CreateTable(
            "ticket_events",
            table => new
            {
                id = table.Column<long>(nullable: false).Annotation("Sqlite:Autoincrement", true),
                ticket_id = table.Column<string>(nullable: false),
                kind = table.Column<string>(nullable: false),
                actor_id = table.Column<string>(nullable: true),
                actor_name = table.Column<string>(nullable: true),
                status = table.Column<string>(nullable: false),
                seq = table.Column<long>(nullable: true),
                detail = table.Column<string>(nullable: true),
                at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ticket_events", row => row.id);
                table.ForeignKey("FK_ticket_events_tickets_ticket_id", row => row.ticket_id, "tickets", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_ticket_events_ticket_id", "ticket_events", "ticket_id");
    }

    private static void CreateIdempotency(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "idempotency_keys",
            table => new
            {
                scope = table.Column<string>(nullable: false),
                key = table.Column<string>(nullable: false),
                body_hash = table.Column<string>(nullable: false),
                status = table.Column<int>(nullable: false),
                body = table.Column<string>(nullable: false),
                at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_idempotency_keys", row => new { row.scope, row.key }));
        migrationBuilder.CreateIndex("IX_idempotency_keys_at", "idempotency_keys", "at");
    }
}
