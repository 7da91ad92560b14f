using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kb.Desk.Searches;

/// <summary>A search that came to nothing: whoever looked found nothing, or nothing that they wanted to see.</summary>
/// <param name="Place">Where they looked.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">The query, as <see cref="MaskedQuery"/> leaves it.</param>
/// <param name="Hits">How many hits it had.</param>
public readonly record struct MissedSearch(SearchPlace Place, MissOutcome Outcome, string Text, int Hits);

/// <summary>Equal missed searches, counted. Of whoever looked nothing is kept.</summary>
public sealed class SearchMiss
{
    /// <summary>Where they looked.</summary>
    public required SearchPlace Place { get; init; }

    /// <summary>How the searches ended.</summary>
    public required MissOutcome Outcome { get; init; }

    /// <summary>The query, as <see cref="MaskedQuery"/> leaves it.</summary>
    public required string Text { get; init; }

    /// <summary>How many searches ended so.</summary>
    public int Count { get; set; }

    /// <summary>How many hits the last of them had.</summary>
    public int Hits { get; set; }

    /// <summary>When the last of them was.</summary>
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

/// <summary>How a search came to nothing.</summary>
public enum MissOutcome
{
    /// <summary>There was no hit.</summary>
    NothingFound,

    /// <summary>There were hits, and none was opened, copied or put into a reply.</summary>
    NothingOpened,
}

internal sealed class SearchMissTable : IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<SearchMiss> builder)
    {
        builder.ToTable("search_misses").HasKey(miss => new { miss.Place, miss.Outcome, miss.Text });
        builder.HasIndex(miss => miss.LastAt);
    }
}
