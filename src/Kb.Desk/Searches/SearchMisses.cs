using System.Collections.Immutable;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Searches;

/// <summary>Writes down which searches came to nothing, and tells editors of them.</summary>
public sealed class SearchMisses(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>Queries of each outcome that are kept; beyond them those that nobody has asked for longest go.</summary>
    public const int Kept = 2_000;

    /// <summary>Counts these searches, each one more time.</summary>
    public static async Task<int> RecordAsync(DeskWrite write, IEnumerable<MissedSearch> misses, CancellationToken cancellationToken)
    {
        var counted = 0;
        foreach (var (place, outcome, text, hits) in misses)
        {
            if (await write.Db.FindAsync<SearchMiss>([place, outcome, text], cancellationToken) is not { } miss)
            {
                miss = new SearchMiss { Place = place, Outcome = outcome, Text = text, LastAt = write.Now };
                write.Db.Add(miss);
            }

            miss.Count++;
            miss.Hits = hits;
            miss.LastAt = write.Now;
            counted++;
        }

        await write.Db.SaveChangesAsync(cancellationToken);
        foreach (var outcome in Enum.GetValues<MissOutcome>())
        {
            await ForgetOldestAsync(write, outcome, cancellationToken);
        }

        return counted;
    }

    /// <summary>The queries that ended so most often, the latest of equals first.</summary>
    /// <param name="outcome">How they ended.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<SearchMiss>> ListAsync(MissOutcome outcome, int top, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return
        [
            .. await db.Set<SearchMiss>().AsNoTracking()
                .Where(miss => miss.Outcome == outcome)
                .OrderByDescending(miss => miss.Count)
                .ThenByDescending(miss => miss.LastAt)
                .ThenBy(miss => miss.Text)
                .Take(top)
                .ToListAsync(cancellationToken),
        ];
    }

    private static async Task ForgetOldestAsync(DeskWrite write, MissOutcome outcome, CancellationToken cancellationToken)
    {
        var stale = await write.Db.Set<SearchMiss>()
            .Where(miss => miss.Outcome == outcome)
            .OrderByDescending(miss => miss.LastAt)
            .ThenByDescending(miss => miss.Count)
            .Skip(Kept)
            .ToListAsync(cancellationToken);
        write.Db.RemoveRange(stale);
    }
}
