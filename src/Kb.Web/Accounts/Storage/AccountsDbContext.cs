using System.Collections.Immutable;
using System.Text.Json;
using Kb.Desk.Storage;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Accounts.Login;
using Kb.Web.Sites;
using Kb.Web.Sites.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kb.Web.Accounts.Storage;

/// <summary>Who may come in: staff, programs, sites and students' sessions. Lies in the desk's database file, with tables and a migration history of its own.</summary>
public sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options)
    : IdentityDbContext<StaffUser, IdentityRole, string>(options)
{
    /// <summary>Keys of programs.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>Sign-ins of the staff that were ended.</summary>
    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    /// <summary>Learning systems.</summary>
    public DbSet<Site> Sites => Set<Site>();

    /// <summary>What they sign with.</summary>
    public DbSet<SiteKey> SiteKeys => Set<SiteKey>();

    /// <summary>Students' sessions.</summary>
    public DbSet<WidgetSession> WidgetSessions => Set<WidgetSession>();

    /// <summary>Tokens already exchanged.</summary>
    public DbSet<SpentToken> SpentTokens => Set<SpentToken>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        NameIdentityTables(builder);
        builder.Entity<ApiKey>(key =>
        {
            key.ToTable("api_keys").HasKey(row => row.Id);
            key.HasIndex(row => row.Hash).IsUnique();
        });
        builder.Entity<EndedSession>(session =>
        {
            session.ToTable("staff_ended_sessions").HasKey(row => row.Id);
            session.HasIndex(row => row.EndedAt);
        });
        builder.Entity<Site>(site =>
        {
            site.ToTable("sites").HasKey(row => row.Id);
            TextList(site.Property(row => row.Origins));
            site.HasMany(row => row.Keys).WithOne().HasForeignKey(key => key.SiteId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SiteKey>().ToTable("site_keys").HasKey(row => row.Id);
        builder.Entity<WidgetSession>(session =>
        {
            session.ToTable("widget_sessions").HasKey(row => row.Id);
            session.HasIndex(row => row.Hash).IsUnique();
            session.HasIndex(row => row.ExpiresAt);
            TextList(session.Property(row => row.Grants));
        });
        builder.Entity<SpentToken>(token =>
        {
            token.ToTable("spent_tokens").HasKey(row => new { row.SiteId, row.JtiHash });
            token.HasIndex(row => row.ExpiresAt);
        });
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<StaffUser>().ToTable("staff");
        builder.Entity<IdentityRole>().ToTable("staff_roles");
        builder.Entity<IdentityUserRole<string>>().ToTable("staff_in_roles");
        builder.Entity<IdentityUserClaim<string>>().ToTable("staff_claims");
        builder.Entity<IdentityRoleClaim<string>>().ToTable("staff_role_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("staff_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("staff_tokens");
    }

    private static void TextList(Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<ImmutableArray<string>> property) =>
        property.HasConversion(
            list => JsonSerializer.Serialize(list, Hosting.KbJson.Options),
            text => JsonSerializer.Deserialize<ImmutableArray<string>>(text, Hosting.KbJson.Options),
            new ValueComparer<ImmutableArray<string>>(
                (left, right) => left.AsEnumerable().SequenceEqual(right),
                list => list.Length,
                list => list));
}
