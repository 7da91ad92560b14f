using Kb.Bot.Answers;
using Kb.Desk.Calendars;
using Kb.Web.Health;
using Kb.Web.Hosting;
using Kb.Web.Knowledge.Models;
using Microsoft.Extensions.Options;

namespace Kb.Web.Knowledge;

internal static class KnowledgeRegistration
{
    /// <summary>The knowledge base, open before the server listens.</summary>
    public static IServiceCollection AddKbKnowledge(this IServiceCollection services, HostSettings settings)
    {
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddBotModels(settings);
        services.AddSingleton(provider => new KnowledgeSource(
            settings.Content,
            settings.Data,
            new EditionBuilder(
                provider.GetRequiredService<BotRenewal>(),
                provider.GetRequiredService<IOptions<AnswerOptions>>().Value,
                provider.GetRequiredService<WorkingCalendar>().Zone),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CurrentKnowledge>();
        services.AddSingleton<IReadinessCheck, IndexCheck>();
        services.AddHostedService<ContentWatcher>();
        return services;
    }
}
