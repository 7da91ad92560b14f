using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Notices;
using Kb.Desk.Searches;
using Kb.Desk.Storage;
using Kb.Desk.Storage.Idempotency;
using Kb.Desk.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kb.Desk;

/// <summary>Registers the desk.</summary>
public static class DeskServices
{
    /// <summary>Adds everything that the desk can do. Call <see cref="DeskDatabase.PrepareAsync"/> before the first request.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="database">The database of the data folder.</param>
    /// <param name="calendar">When the team works.</param>
    public static IServiceCollection AddKbDesk(this IServiceCollection services, DeskDatabase database, WorkingCalendar calendar)
    {
        services.AddDbContextFactory<DeskDbContext>(database.Configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(database);
        services.TryAddSingleton(calendar);
        services.TryAddSingleton<DeskNotices>();
        services.TryAddSingleton<DeskWriter>();
        services.TryAddSingleton<IdempotentWriter>();
        services.TryAddSingleton<ReadConversations>();
        services.TryAddSingleton<Comfort>(static _ => static _ => null);
        services.TryAddSingleton<Farewell>(static _ => static _ => false);
        services.TryAddSingleton<HearStudent>();
        services.TryAddSingleton<PostMessage>();
        services.TryAddSingleton<QuotedArticles>();
        services.TryAddSingleton<PendingTurns>();
        services.TryAddSingleton<CompleteTurn>();
        services.TryAddSingleton<ReadTickets>();
        services.TryAddSingleton<ReadTicketTexts>();
        services.TryAddSingleton<SearchMisses>();
        services.TryAddSingleton<OpenTicket>();
        services.TryAddSingleton<MoveTicket>();
        return services;
    }
}
