using System.Text.RegularExpressions;
using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Notices;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Kb.Web.Features.Desk;

namespace Kb.Web.Features.Chat;

/// <summary>What the bot makes of a turn.</summary>
/// <param name="turn">The turn, with the dialogue before it.</param>
/// <param name="promise">When a person would answer: only the desk knows that.</param>
internal delegate TurnOutcome AnswerTurn(TurnToTake turn, HandoffPromise promise);

/// <summary>
/// Answers the turns that the bot owes, those of an earlier run first. A turn leaves the list only together with its answer, so this
/// worker may die anywhere: the next one finds the turn again. A turn that breaks costs itself and nothing else: not the server,
/// not the turns behind it.
/// </summary>
internal sealed class BotTurnWorker(
    PendingTurns turns,
    CompleteTurn complete,
    DeskWriter writer,
    AnswerTurn answer,
    BurstWindow burst,
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
                if (await AnswerSomeAsync(stoppingToken) is { Ticks: > 0 } idle)
                {
                    await watch.WaitAsync(idle, time, stoppingToken);
                }
            }
            catch (Exception failure) when (StorageFailures.Recognise(failure) is { } reason)
            {
                log.StorageFailed(reason);
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
#pragma warning disable CA1031 // A worker that ends takes the server with it, and the next start would meet the same turn.
            catch (Exception bug) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.TurnsFailed(bug);
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    /// <summary>How long to wait before looking again, unless the bell rings; zero when it is worth it at once. A round that only skipped turns waits like one that found none.</summary>
    private async Task<TimeSpan> AnswerSomeAsync(CancellationToken cancellationToken)
    {
        var pending = await turns.TakeAsync(Batch, cancellationToken);
        var idle = LookAround;
        foreach (var turn in pending)
        {
            var left = burst.Left(turn, time.GetUtcNow());
            if (left > TimeSpan.Zero)
            {
                idle = left < idle ? left : idle;
            }
            else if (await TryAnswerAsync(turn, cancellationToken))
            {
                idle = TimeSpan.Zero;
            }
        }

        return idle;
    }

    private async Task<bool> TryAnswerAsync(TurnToTake turn, CancellationToken cancellationToken)
    {
        var ahead = await tickets.QueueLengthAsync(cancellationToken);
        HandoffPromise? promise = null;
        try
        {
            promise = Promise(turn, time.GetUtcNow(), ahead);
            await StoreAsync(turn, Answer(turn, promise), cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever broke in the bot, the student is owed an answer: they get a person instead of silence.
        catch (Exception bug) when (IsBug(bug, cancellationToken))
#pragma warning restore CA1031
        {
            log.BotFailed(turn.Conversation.Id, turn.Message.Seq, bug);
            return await TryHandOverAsync(turn, promise, cancellationToken);
        }
    }

    private HandoffPromise Promise(TurnToTake turn, DateTimeOffset now, int ahead) =>
        turn.TicketAt(now) is { } ticket ? HandoffPromise.Joining(calendar, now, ticket) : HandoffPromise.Make(calendar, now, ahead);

    /// <summary>To the time limit of a pattern a machine that stood still looks like a hostile text; a hostile text runs into it again.</summary>
    private TurnOutcome Answer(TurnToTake turn, HandoffPromise promise)
    {
        try
        {
            return answer(turn, promise);
        }
        catch (RegexMatchTimeoutException)
        {
            return answer(turn, promise);
        }
    }

    private async Task<bool> TryHandOverAsync(TurnToTake turn, HandoffPromise? promise, CancellationToken cancellationToken)
    {
        try
        {
            await StoreAsync(turn, Failed(turn, promise), cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // The turn stays on the list, and the others are answered.
        catch (Exception bug) when (IsBug(bug, cancellationToken))
#pragma warning restore CA1031
        {
            log.TurnSkipped(turn.Conversation.Id, turn.Message.Seq, bug);
            return false;
        }
    }

    private Task<CompleteTurnResult> StoreAsync(TurnToTake turn, TurnOutcome outcome, CancellationToken cancellationToken) =>
        writer.WriteAsync((write, token) => complete.HandleAsync(write, turn.Conversation.Id, turn.Seqs, outcome, token), cancellationToken);

    private static TurnOutcome Failed(TurnToTake turn, HandoffPromise? promise) => new(
        [new NewMessage(MessageAuthor.Bot, null, $"Не получилось найти ответ. Передаю вопрос специалисту. {promise?.Text}".TrimEnd(), TextFormat.Plain)],
        [],
        new Handoff(null, new HandoffPacket(turn.Text, [], [], HandoffReasons.BotFailed), promise?.By));

    /// <summary>Neither a disk that may recover nor the end of the server.</summary>
    private static bool IsBug(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && StorageFailures.Recognise(failure) is null;
}
