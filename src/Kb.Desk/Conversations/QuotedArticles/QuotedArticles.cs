using System.Collections.Immutable;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>Which articles answered people lately. Counts alone: who asked is not read.</summary>
public sealed class QuotedArticles(IDbContextFactory<DeskDbContext> contexts)
{
    /// <summary>Newest messages that are looked at: a bound for large desks.</summary>
    public const int Messages = 3_000;

    /// <summary>
    /// Ids of the articles that messages quoted to most conversations, equal ones by id. One that was quoted twice to somebody counts
    /// once, and one that they rejected not at all.
    /// </summary>
    /// <param name="since">From when on.</param>
    /// <param name="rejection">The action with which somebody says that the message before did not help.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<string>> MostQuotedAsync(DateTimeOffset since, string rejection, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lately = await db.Messages.AsNoTracking()
            .Where(message => message.At >= since)
            .OrderByDescending(message => message.Id) // Ids grow with time, and are indexed.
            .Take(Messages)
            .Select(message => new { message.ConversationId, message.Seq, message.Sources, message.PressedAction })
            .ToListAsync(cancellationToken);
        var rejected = lately
            .Where(message => message.PressedAction == rejection)
            .Select(message => (message.ConversationId, message.Seq - 1))
            .ToHashSet();
        return
        [
            .. lately
                .Where(message => !rejected.Contains((message.ConversationId, message.Seq)))
                .SelectMany(message => message.Sources.Select(source => (message.ConversationId, source.Id)))
                .Distinct()
                .CountBy(quote => quote.Id, StringComparer.Ordinal)
                .OrderByDescending(article => article.Value)
                .ThenBy(article => article.Key, StringComparer.Ordinal)
                .Select(article => article.Key),
        ];
    }
}
