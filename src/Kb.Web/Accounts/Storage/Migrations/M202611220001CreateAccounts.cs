using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Kb.Web.Accounts.Storage.Migrations;

/// <summary>Staff, keys of programs, sites and students' sessions. Column types follow from the CLR types, so that every database uses its own.</summary>
[DbContext(typeof(AccountsDbContext))]
[Migration("202611220001_create_accounts")]
internal sealed class CreateAccounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateStaff(migrationBuilder);
        CreateRoles(migrationBuilder);
        CreateStaffClaims(migrationBuilder);
        CreateStaffLogins(migrationBuilder);
        CreateApiKeys(migrationBuilder);
        CreateSites(migrationBuilder);
        CreateSessions(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        string[] tables =
        [
            "widget_sessions", "spent_tokens", "site_keys", "sites", "api_keys", "staff_tokens", "staff_logins", "staff_claims",
            "staff_role_claims", "staff_in_roles", "staff_roles", "staff",
        ];
        foreach (var table in tables)
        {
            migrationBuilder.DropTable(table);
        }
    }

    private static void CreateStaff(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "staff",
            table => new
            {
                id = table.Column<string>(nullable: false),
                display_name = table.Column<string>(nullable: false),
                disabled_at = table.Column<long>(nullable: true),
                created_at = table.Column<long>(nullable: false),
                user_name = table.Column<string>(maxLength: 256, nullable: true),
                normalized_user_name = table.Column<string>(maxLength: 256, nullable: true),
                email = table.Column<string>(maxLength: 256, nullable: true),
                normalized_email = table.Column<string>(maxLength: 256, nullable: true),
                email_confirmed = table.Column<bool>(nullable: false),
                password_hash = table.Column<string>(nullable: true),
                security_stamp = table.Column<string>(nullable: true),
                concurrency_stamp = table.Column<string>(nullable: true),
                phone_number = table.Column<string>(nullable: true),
                phone_number_confirmed = table.Column<bool>(nullable: false),
                two_factor_enabled = table.Column<bool>(nullable: false),
                lockout_end = table.Column<long>(nullable: true),
                lockout_enabled = table.Column<bool>(nullable: false),
                access_failed_count = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_staff", row => row.id));
        migrationBuilder.CreateIndex("EmailIndex", "staff", "normalized_email");
        migrationBuilder.CreateIndex("UserNameIndex", "staff", "normalized_user_name", unique: true);
    }

    private static void CreateRoles(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "staff_roles",
            table => new
            {
                id = table.Column<string>(nullable: false),
                name = table.Column<string>(maxLength: 256, nullable: true),
                normalized_name = table.Column<string>(maxLength: 256, nullable: true),
                concurrency_stamp = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_staff_roles", row => row.id));
        migrationBuilder.CreateIndex("RoleNameIndex", "staff_roles", "normalized_name", unique: true);
        migrationBuilder.CreateTable(
            "staff_in_roles",
            table => new { user_id = table.Column<string>(nullable: false), role_id = table.Column<string>(nullable: false) },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_in_roles", row => new { row.user_id, row.role_id });
                table.ForeignKey("FK_staff_in_roles_staff_roles_role_id", row => row.role_id, "staff_roles", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_staff_in_roles_staff_user_id", row => row.user_id, "staff", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_staff_in_roles_role_id", "staff_in_roles", "role_id");
        migrationBuilder.CreateTable(
            "staff_role_claims",
            table => new
            {
                id = Number(table),
                role_id = table.Column<string>(nullable: false),
                claim_type = table.Column<string>(nullable: true),
                claim_value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_role_claims", row => row.id);
                table.ForeignKey("FK_staff_role_claims_staff_roles_role_id", row => row.role_id, "staff_roles", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_staff_role_claims_role_id", "staff_role_claims", "role_id");
    }

    private static void CreateStaffClaims(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "staff_claims",
            table => new
            {
                id = Number(table),
                user_id = table.Column<string>(nullable: false),
                claim_type = table.Column<string>(nullable: true),
                claim_value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_claims", row => row.id);
                table.ForeignKey("FK_staff_claims_staff_user_id", row => row.user_id, "staff", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_staff_claims_user_id", "staff_claims", "user_id");
    }

    private static void CreateStaffLogins(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "staff_logins",
            table => new
            {
                login_provider = table.Column<string>(nullable: false),
                provider_key = table.Column<string>(nullable: false),
                provider_display_name = table.Column<string>(nullable: true),
                user_id = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_logins", row => new { row.login_provider, row.provider_key });
                table.ForeignKey("FK_staff_logins_staff_user_id", row => row.user_id, "staff", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_staff_logins_user_id", "staff_logins", "user_id");
        migrationBuilder.CreateTable(
            "staff_tokens",
            table => new
            {
                user_id = table.Column<string>(nullable: false),
                login_provider = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_tokens", row => new { row.user_id, row.login_provider, row.name });
                table.ForeignKey("FK_staff_tokens_staff_user_id", row => row.user_id, "staff", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateApiKeys(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "api_keys",
            table => new
            {
                id = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                role = table.Column<string>(nullable: false),
                hash = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
                revoked_at = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_api_keys", row => row.id));
        migrationBuilder.CreateIndex("IX_api_keys_hash", "api_keys", "hash", unique: true);
    }

    private static void CreateSites(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sites",
            table => new
            {
                id = table.Column<string>(nullable: false),
                origins = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_sites", row => row.id));
        migrationBuilder.CreateTable(
            "site_keys",
            table => new
            {
                id = table.Column<string>(nullable: false),
                site_id = table.Column<string>(nullable: false),
                algorithm = table.Column<string>(nullable: false),
                @protected = table.Column<string>(nullable: false),
                created_at = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_site_keys", row => row.id);
                table.ForeignKey("FK_site_keys_sites_site_id", row => row.site_id, "sites", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_site_keys_site_id", "site_keys", "site_id");
    }

    private static void CreateSessions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "widget_sessions",
            table => new
            {
                id = table.Column<string>(nullable: false),
                hash = table.Column<string>(nullable: false),
                site_id = table.Column<string>(nullable: false),
                origin = table.Column<string>(nullable: true),
                person_id = table.Column<string>(nullable: true),
                person_name = table.Column<string>(nullable: true),
                grants = table.Column<string>(nullable: false),
                page_course = table.Column<string>(nullable: true),
                page_lesson = table.Column<string>(nullable: true),
                created_at = table.Column<long>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_widget_sessions", row => row.id));
        migrationBuilder.CreateIndex("IX_widget_sessions_hash", "widget_sessions", "hash", unique: true);
        migrationBuilder.CreateIndex("IX_widget_sessions_expires_at", "widget_sessions", "expires_at");
        migrationBuilder.CreateTable(
            "spent_tokens",
            table => new
            {
                site_id = table.Column<string>(nullable: false),
                jti_hash = table.Column<string>(nullable: false),
                request_key_hash = table.Column<string>(nullable: true),
                session_id = table.Column<string>(nullable: false),
                protected_bearer = table.Column<string>(nullable: false),
                expires_at = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_spent_tokens", row => new { row.site_id, row.jti_hash }));
        migrationBuilder.CreateIndex("IX_spent_tokens_expires_at", "spent_tokens", "expires_at");
    }

    private static OperationBuilder<AddColumnOperation> Number(ColumnsBuilder table) =>
        table.Column<int>(nullable: false).Annotation("Sqlite:Autoincrement", true);
}
