using System.Text.Json;
using Kb.Content.Register;
using Kb.Desk.Conversations;
using Kb.Desk.People;
using Kb.Desk.Searches;
using Kb.Desk.Storage.Idempotency;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kb.Desk.Storage;

/// <summary>The desk's tables. Nothing here is particular to SQLite: its settings live in <see cref="SqliteDurability"/>.</summary>
public sealed class DeskDbContext(DbContextOptions<DeskDbContext> options) : DbContext(options)
{
    /// <summary>Who asks.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Conversations.</summary>
    public DbSet<Conversation> Conversations => Set<Conversation>();

    /// <summary>What student, bot and agents said.</summary>
    public DbSet<Message> Messages => Set<Message>();

    /// <summary>What the team told itself. Never join it into what a student reads.</summary>
    public DbSet<Note> Notes => Set<Note>();

    /// <summary>Messages that the bot still owes an answer to.</summary>
    public DbSet<PendingTurn> PendingTurns => Set<PendingTurn>();

    /// <summary>The bot's memory of its dialogues.</summary>
    public DbSet<DialogueEvent> DialogueEvents => Set<DialogueEvent>();

    /// <summary>Tickets.</summary>
    public DbSet<Ticket> Tickets => Set<Ticket>();

    /// <summary>What happened to them.</summary>
    public DbSet<TicketEvent> TicketEvents => Set<TicketEvent>();

    /// <summary>Answers to requests that may be sent again.</summary>
    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<OpaqueIdConverter<PersonId>>();
        configurationBuilder.Properties<ConversationId>().HaveConversion<OpaqueIdConverter<ConversationId>>();
        configurationBuilder.Properties<MessageId>().HaveConversion<OpaqueIdConverter<MessageId>>();
        configurationBuilder.Properties<TicketId>().HaveConversion<OpaqueIdConverter<TicketId>>();
        configurationBuilder.Properties<KindId>().HaveConversion<KindIdConverter>();
        configurationBuilder.Properties<PersonRole>().HaveConversion<StableTextConverter<PersonRole>>();
        configurationBuilder.Properties<Channel>().HaveConversion<StableTextConverter<Channel>>();
        configurationBuilder.Properties<MessageAuthor>().HaveConversion<StableTextConverter<MessageAuthor>>();
        configurationBuilder.Properties<TextFormat>().HaveConversion<StableTextConverter<TextFormat>>();
        configurationBuilder.Properties<TicketStatus>().HaveConversion<StableTextConverter<TicketStatus>>();
        configurationBuilder.Properties<TicketEventKind>().HaveConversion<StableTextConverter<TicketEventKind>>();
        configurationBuilder.Properties<SearchPlace>().HaveConversion<StableTextConverter<SearchPlace>>();
        configurationBuilder.Properties<MissOutcome>().HaveConversion<StableTextConverter<MissOutcome>>();
        configurationBuilder.Properties<ServiceClass>().HaveConversion<StableTextConverter<ServiceClass>>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DeskDbContext).Assembly);
        // Lower-case names need no quoting by hand on any database.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private sealed class KindIdConverter() : ValueConverter<KindId, string>(kind => kind.Value, text => new KindId(text));
}
