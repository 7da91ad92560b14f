using Kb.Web.Features.Tickets.Similar;

namespace Kb.Web.Features.Tickets;

internal static class TicketRegistration
{
    /// <summary>What agents read and do.</summary>
    public static IServiceCollection AddKbTickets(this IServiceCollection services) => services
        .AddSingleton<TicketCard>()
        .AddSingleton<TicketReader>()
        .AddSingleton<TicketTemplates>()
        .AddSingleton<TicketInput>()
        .AddSingleton<TicketFeed>()
        .AddSingleton<TicketIndex>()
        .AddSingleton<SimilarTickets>()
        .AddHostedService<TicketIndexer>();
}
