using Kb.Web.Hosting;

namespace Kb.Web.Knowledge;

internal static class KnowledgeRegistration
{
    /// <summary>The knowledge base, open before the server listens.</summary>
    public static IServiceCollection AddKbKnowledge(this IServiceCollection services, HostSettings settings)
    {
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(provider => new KnowledgeSource(settings.Content, settings.Data, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CurrentKnowledge>();
        services.AddHostedService<ContentWatcher>();
        return services;
    }
}
