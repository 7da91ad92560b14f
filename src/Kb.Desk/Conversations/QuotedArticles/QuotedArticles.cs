using System.Collections.Immutable;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>Which articles answered people lately.</summary>
public sealed class QuotedArticles(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>Newest messages that are looked at: a bound for large desks, and what was asked a year ago says little of today.</summary>
    public const int Messages = 3_000;

    /// <summary>Ids of the articles that the newest messages quote, the most quoted first, equal ones by id.</summary>
    public async Task<ImmutableArray<string>> MostQuotedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lately = await db.Messages.AsNoTracking()
            .OrderByDescending(message => message.Id) // Ids grow with time, and are indexed.
            .Take(Messages)
            .Select(message => message.Sources)
            .ToListAsync(cancellationToken);
        return
        [
            .. lately.SelectMany(sources => sources)
                .CountBy(source => source.Id, StringComparer.Ordinal)
                .OrderByDescending(article => article.Value)
                .ThenBy(article => article.Key, StringComparer.Ordinal)
                .Select(article => article.Key),
        ];
    }
}
