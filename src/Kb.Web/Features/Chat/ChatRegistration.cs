using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kb.Web.Features.Chat;

internal static class ChatRegistration
{
    /// <summary>The student's conversations and the worker that lets the bot answer them.</summary>
    public static IServiceCollection AddKbChat(this IServiceCollection services)
    {
        services.TryAddSingleton<MessageHtml>();
        services.TryAddSingleton<ConversationFeed>();
        services.TryAddSingleton<AnswerTurn>(provider => ActivatorUtilities.CreateInstance<BotAnswers>(provider).Answer);
        services.AddHostedService<BotTurnWorker>();
        return services;
    }
}
