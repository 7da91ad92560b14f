using Kb.Desk.Conversations;
using Kb.Web.Knowledge;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kb.Web.Features.Chat;

internal static class ChatRegistration
{
    /// <summary>The student's conversations and the worker that lets the bot answer them.</summary>
    public static IServiceCollection AddKbChat(this IServiceCollection services)
    {
        services.TryAddSingleton<MessageHtml>();
        services.TryAddSingleton<ConversationFeed>();
        services.TryAddSingleton<AnswerTurn>(provider => ActivatorUtilities.CreateInstance<BotAnswers>(provider).Answer);
        services.TryAddSingleton<TurnEnding>(provider => ActivatorUtilities.CreateInstance<BotAnswers>(provider).EndingOf);
        services.AddSingleton<Comfort>(provider => text => provider.GetRequiredService<CurrentKnowledge>().Edition.Bot.Comfort(text));
        services.AddSingleton<Farewell>(provider => text => provider.GetRequiredService<CurrentKnowledge>().Edition.Bot.IsFarewell(text));
        services.AddOptions<ChatOptions>().BindConfiguration(ChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(provider => new BurstWindow(provider.GetRequiredService<TurnEnding>(), provider.GetRequiredService<IOptions<ChatOptions>>().Value));
        services.AddHostedService<BotTurnWorker>();
        return services;
    }
}
