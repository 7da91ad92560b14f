using Kb.Desk.Conversations;

namespace Kb.Web.Features.Chat;

/// <summary>Whether a message needs no further one to be understood.</summary>
internal delegate bool MessageIsWhole(string text);

/// <summary>
/// «здравствуйте», «у меня вопрос», «как скачать серт»: three messages and one turn. A turn whose last message leaves room for another
/// waits a moment for it; a press and a message that is whole are answered at once.
/// </summary>
internal sealed class BurstWindow(MessageIsWhole isWhole, ChatOptions options)
{
    /// <summary>How long a turn must still wait; zero when it is to be taken now.</summary>
    public TimeSpan Left(TurnToTake turn, DateTimeOffset now)
    {
        var left = turn.Message.At + options.BurstWindow - now;
        return left <= TimeSpan.Zero || turn.Message.PressedAction is not null || isWhole(turn.Message.Text) ? TimeSpan.Zero
            : left < options.BurstWindow ? left
            // A clock that was set back must not make anybody wait longer.
            : options.BurstWindow;
    }
}
