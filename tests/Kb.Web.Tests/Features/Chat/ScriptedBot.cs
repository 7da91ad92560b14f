using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Tickets;
using Kb.Web.Features.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Chat;

/// <summary>A bot of few words: these tests are about what surrounds it.</summary>
internal static class ScriptedBot
{
    public const string Answer = "Сертификат лежит в разделе «Документы».";

    public static TestOptions Options => new() { Services = services => services.AddSingleton<AnswerTurn>(Reply) };

    public static TurnOutcome Reply(TurnToTake turn, HandoffPromise promise) => turn.Message switch
    {
        { PressedAction: "operator" } or { Text: "позовите человека" } => new TurnOutcome(
            [new NewMessage(MessageAuthor.Bot, null, $"Передаю вопрос специалисту. {promise.Text}", TextFormat.Markdown)],
            [],
            new Handoff(null, new HandoffPacket("Где мой сертификат?", [], [], "asked") { ConsideredArticles = ["certificate-get", "gone-since"] }, promise.By)),
        { Text: "сломайся" } => throw new InvalidOperationException("bug"),
        { Text: "забудь всё" } => new TurnOutcome([], [null!], null), // Its memory cannot be stored.
        _ => new TurnOutcome(
            [
                new NewMessage(MessageAuthor.Bot, null, Answer, TextFormat.Markdown)
                {
                    Actions = [new MessageAction("helped", "Помогло"), new MessageAction("operator", "Передать оператору")],
                },
            ],
            [],
            null),
    };
}
