using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kb.Desk.Storage.Idempotency;

/// <summary>What was answered to a request that may come again. Stored in the transaction of the work itself.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Who asked for what: subject, method and path.</summary>
    public required string Scope { get; init; }

    /// <summary>The caller's key.</summary>
    public required string Key { get; init; }

    /// <summary>Digest of the body, to tell a repetition from another request under the same key.</summary>
    public required string BodyHash { get; init; }

    /// <summary>Status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>Body of the answer.</summary>
    public required string Body { get; init; }

    /// <summary>When the work was done.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class IdempotencyTable : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_keys").HasKey(record => new { record.Scope, record.Key });
        builder.HasIndex(record => record.At);
    }
}
