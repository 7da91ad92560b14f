using Kb.Bot.Answers;
using Kb.Desk.Calendars;
using Kb.Web.Health;
using Kb.Web.Hosting;
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
        services.AddOptions<AnswerOptions>().BindConfiguration(AnswerOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart(); // A bad threshold stops the start, not the first student.
        services.AddSingleton(provider => new KnowledgeSource(
            settings.Content,
            settings.Data,
            new EditionBuilder(
                new IntentModelCache(settings.Models ?? settings.Data.Models),
                provider.GetRequiredService<IOptions<AnswerOptions>>().Value,
                provider.GetRequiredService<WorkingCalendar>().Zone),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CurrentKnowledge>();
        services.AddSingleton<IReadinessCheck, IndexCheck>();
        services.AddHostedService<ContentWatcher>();
        return services;
    }
}
