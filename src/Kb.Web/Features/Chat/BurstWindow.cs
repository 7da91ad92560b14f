using Kb.Bot.Dialogue;
using Kb.Desk.Conversations;

namespace Kb.Web.Features.Chat;

/// <summary>Whether more is likely to follow the messages of a turn, read together.</summary>
internal delegate MessageEnding TurnEnding(TurnToTake turn);

/// <summary>
/// «здравствуйте», «у меня вопрос», «как скачать серт»: three messages and one turn. People need two seconds for a short line, so a turn that
/// breaks off waits longer than one that merely leaves room for another; a press and what is whole are answered at once.
/// </summary>
internal sealed class BurstWindow(TurnEnding endingOf, ChatOptions options)
{
    /// <summary>How long a turn must still wait; zero when it is to be taken now.</summary>
    public TimeSpan Left(TurnToTake turn, DateTimeOffset now)
    {
        // Nobody waits longer than this, however many pieces they send. The costly question comes last.
        var most = Until(turn.Messages[0].At, options.LongestBurst, now);
        if (turn.Message.PressedAction is not null || most <= TimeSpan.Zero || Until(turn.Message.At, options.LongestWindow, now) <= TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        var left = endingOf(turn) switch
        {
            MessageEnding.Whole => TimeSpan.Zero,
            MessageEnding.Unfinished => Until(turn.Message.At, options.UnfinishedWindow, now),
            _ => Until(turn.Message.At, options.BurstWindow, now),
        };
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < most ? left : most;
    }

    /// <summary>What is left of a window; a clock that was set back must not make anybody wait longer than the whole of it.</summary>
    private static TimeSpan Until(DateTimeOffset since, TimeSpan window, DateTimeOffset now) =>
        since + window - now is var left && left < window ? left : window;
}
