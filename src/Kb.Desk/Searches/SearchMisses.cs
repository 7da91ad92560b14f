using System.Collections.Immutable;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Searches;

/// <summary>Writes down what was not found, and tells editors of it.</summary>
public sealed class SearchMisses(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>Queries that are kept; beyond them those that nobody has asked for longest go.</summary>
    public const int Kept = 2_000;

    /// <summary>Counts these queries, each one more time.</summary>
    public static async Task<int> RecordAsync(
        DeskWrite write, IEnumerable<(SearchPlace Place, string Text)> misses, CancellationToken cancellationToken)
    {
        var counted = 0;
        foreach (var (place, text) in misses)
        {
            if (await write.Db.FindAsync<SearchMiss>([place, text], cancellationToken) is not { } miss)
            {
                miss = new SearchMiss { Place = place, Text = text, LastAt = write.Now };
                write.Db.Add(miss);
            }

            miss.Count++;
            miss.LastAt = write.Now;
            counted++;
        }

        await write.Db.SaveChangesAsync(cancellationToken);
        var stale = await write.Db.Set<SearchMiss>()
            .OrderByDescending(miss => miss.LastAt)
            .ThenByDescending(miss => miss.Count)
            .Skip(Kept)
            .ToListAsync(cancellationToken);
        write.Db.RemoveRange(stale);
        return counted;
    }

    /// <summary>The queries that were asked for most, the latest of equals first.</summary>
    /// <param name="top">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<SearchMiss>> ListAsync(int top, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return
        [
            .. await db.Set<SearchMiss>().AsNoTracking()
                .OrderByDescending(miss => miss.Count)
                .ThenByDescending(miss => miss.LastAt)
                .ThenBy(miss => miss.Text)
                .Take(top)
                .ToListAsync(cancellationToken),
        ];
    }
}
