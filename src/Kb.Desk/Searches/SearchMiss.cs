using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kb.Desk.Searches;

/// <summary>What people looked for and did not find, counted. Of whoever looked nothing is kept.</summary>
public sealed class SearchMiss
{
    /// <summary>Where they looked.</summary>
    public required SearchPlace Place { get; init; }

    /// <summary>The query, as <see cref="MaskedQuery"/> leaves it.</summary>
    public required string Text { get; init; }

    /// <summary>How many searches came to nothing.</summary>
    public int Count { get; set; }

    /// <summary>When the last of them did.</summary>
    public required DateTimeOffset LastAt { get; set; }
}

/// <summary>A place to search.</summary>
public enum SearchPlace
{
    /// <summary>The agents' search.</summary>
    Staff,

    /// <summary>The public help centre.</summary>
    Help,
}

internal sealed class SearchMissTable : IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<SearchMiss> builder)
    {
        builder.ToTable("search_misses").HasKey(miss => new { miss.Place, miss.Text });
        builder.HasIndex(miss => miss.LastAt);
    }
}
