using Kb.Web.Features.Tickets;

namespace Kb.Web.Features.Desk;

/// <summary>How pressing a deadline is; shown by a word and a shape, never by colour alone.</summary>
public enum Pressure
{
    /// <summary>Nothing is owed.</summary>
    None,

    /// <summary>There is time.</summary>
    Calm,

    /// <summary>Less than half an hour is left.</summary>
    Soon,

    /// <summary>It has passed.</summary>
    Late,
}

/// <summary>The nearest deadline of a ticket in words.</summary>
/// <param name="Pressure">How pressing it is.</param>
/// <param name="Text">What is owed and by when, in Russian.</param>
public sealed record Deadline(Pressure Pressure, string Text)
{
    private static readonly TimeSpan SoonWithin = TimeSpan.FromMinutes(30);

    /// <summary>Says what the team owes on this ticket.</summary>
    /// <param name="due">Its running clocks.</param>
    /// <param name="now">The instant to measure from.</param>
    /// <param name="zone">The team's clock.</param>
    public static Deadline Of(DueView due, DateTimeOffset now, TimeZoneInfo zone) => due switch
    {
        { FirstReply: { } reply } => Say("Ответить", reply, now, zone),
        { NextReply: { } reply } => Say("Ответить", reply, now, zone),
        { Resolution: { } resolution } => Say("Решить", resolution, now, zone),
        _ => new Deadline(Pressure.None, "Срок не идёт"),
    };

    private static Deadline Say(string duty, DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var left = at - now;
        return left < TimeSpan.Zero
            ? new Deadline(Pressure.Late, $"{duty}: просрочено на {Moments.Length(left)}")
            : new Deadline(
                left < SoonWithin ? Pressure.Soon : Pressure.Calm,
                $"{duty}: {Moments.Say(at, now, zone)}, {Moments.Left(left)}");
    }
}
