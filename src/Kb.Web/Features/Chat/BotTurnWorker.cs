using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Notices;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;

namespace Kb.Web.Features.Chat;

/// <summary>What the bot makes of a turn.</summary>
/// <param name="turn">The turn, with the dialogue before it.</param>
/// <param name="promise">When a person would answer: only the desk knows that.</param>
internal delegate TurnOutcome AnswerTurn(TurnToTake turn, HandoffPromise promise);

/// <summary>
/// Answers the turns that the bot owes, those of an earlier run first. A turn leaves the list only together with its answer, so this
/// worker may die anywhere: the next one finds the turn again.
/// </summary>
internal sealed class BotTurnWorker(
    PendingTurns turns,
    CompleteTurn complete,
    DeskWriter writer,
    AnswerTurn answer,
    ReadTickets tickets,
    WorkingCalendar calendar,
    DeskNotices notices,
    TimeProvider time,
    ILogger<BotTurnWorker> log) : BackgroundService
{
    private const int Batch = 32;

    /// <summary>Turns of another process ring no bell here.</summary>
    private static readonly TimeSpan LookAround = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = notices.Watch(DeskTopic.PendingTurns);
        while (true)
        {
            try
            {
                while (await AnswerSomeAsync(stoppingToken))
                {
                }

                await watch.WaitAsync(LookAround, time, stoppingToken);
            }
            catch (Exception failure) when (StorageFailures.Recognise(failure) is { } reason)
            {
                log.StorageFailed(reason);
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task<bool> AnswerSomeAsync(CancellationToken cancellationToken)
    {
        var pending = await turns.TakeAsync(Batch, cancellationToken);
        foreach (var turn in pending)
        {
            var promise = HandoffPromise.Make(calendar, time.GetUtcNow(), await tickets.QueueLengthAsync(cancellationToken));
            var outcome = Answer(turn, promise);
            await writer.WriteAsync(
                (write, token) => complete.HandleAsync(write, turn.Conversation.Id, turn.Message.Seq, outcome, token), cancellationToken);
        }

        return pending.Length > 0;
    }

    private TurnOutcome Answer(TurnToTake turn, HandoffPromise promise)
    {
        try
        {
            return answer(turn, promise);
        }
#pragma warning disable CA1031 // Whatever broke in the bot, the student is owed an answer: they get a person instead of silence.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            log.BotFailed(turn.Conversation.Id, turn.Message.Seq, bug);
            return new TurnOutcome(
                [new NewMessage(MessageAuthor.Bot, null, $"Не получилось найти ответ. Передаю вопрос специалисту. {promise.Text}", TextFormat.Plain)],
                [],
                new Handoff(null, new HandoffPacket(turn.Message.Text, [], [], "bot-failed")));
        }
    }
}
