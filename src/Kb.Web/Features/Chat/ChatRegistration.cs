using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Tickets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kb.Web.Features.Chat;

internal static class ChatRegistration
{
    /// <summary>The student's conversations and the worker that lets the bot answer them.</summary>
    public static IServiceCollection AddKbChat(this IServiceCollection services)
    {
        services.TryAddSingleton<MessageHtml>();
        services.TryAddSingleton<ConversationFeed>();
        services.TryAddSingleton<AnswerTurn>(_ => PassToPerson);
        services.AddHostedService<BotTurnWorker>();
        return services;
    }

    private static TurnOutcome PassToPerson(TurnToTake turn, HandoffPromise promise) => new(
        [new NewMessage(MessageAuthor.Bot, null, $"Передаю вопрос специалисту. {promise.Text}", TextFormat.Plain)],
        [],
        new Handoff(null, new HandoffPacket(turn.Message.Text, [], [], null)));
}
