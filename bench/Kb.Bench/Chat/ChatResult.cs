using System.Collections.Immutable;

namespace Kb.Bench.Chat;

/// <summary>What a load came to.</summary>
/// <param name="Rate">Turns a second that were asked for.</param>
/// <param name="Accepted">Turns a second that the server took.</param>
/// <param name="Errors">Messages that it did not take.</param>
/// <param name="Lost">Messages that it took and did not answer in time.</param>
/// <param name="ToReply">Milliseconds from the due moment until the reply was read, ascending.</param>
/// <param name="ToReceipt">Milliseconds from the due moment until the message was accepted, ascending.</param>
internal sealed record ChatResult(double Rate, double Accepted, int Errors, int Lost, ImmutableArray<double> ToReply, ImmutableArray<double> ToReceipt)
{
    public static ChatResult Of(double rate, TimeSpan duration, IReadOnlyCollection<ChatTurn> turns)
    {
        var answered = turns.OfType<ChatTurn.Answered>().ToList();
        var lost = turns.Count(turn => turn is ChatTurn.Lost);
        return new ChatResult(
            rate,
            (answered.Count + lost) / duration.TotalSeconds,
            turns.Count(turn => turn is ChatTurn.Refused),
            lost,
            [.. answered.Select(turn => turn.Replied.TotalMilliseconds).Order()],
            [.. answered.Select(turn => turn.Accepted.TotalMilliseconds).Order()]);
    }

    /// <summary>Whether every turn was answered, and all but one in a hundred within the limit.</summary>
    public bool Holds(double limitMs) => Errors == 0 && Lost == 0 && !ToReply.IsEmpty && Percentile(ToReply, 0.99) <= limitMs;

    /// <summary>The value that this share of the values does not exceed (nearest rank).</summary>
    public static double Percentile(ImmutableArray<double> ascending, double share) =>
        ascending.IsEmpty ? double.NaN : ascending[Math.Max(0, (int)Math.Ceiling(share * ascending.Length) - 1)];
}
