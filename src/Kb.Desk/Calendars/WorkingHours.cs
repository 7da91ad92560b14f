using System.Globalization;

namespace Kb.Desk.Calendars;

/// <summary>A span of one day in which the team works, in minutes since midnight.</summary>
public readonly record struct WorkingHours
{
    private const int MinutesOfDay = 24 * 60;

    /// <param name="fromMinute">Opening, 0 to 1439.</param>
    /// <param name="toMinute">Closing, later than the opening, at most 1440 (24:00, the end of the day).</param>
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or leaves the day.</exception>
    public WorkingHours(int fromMinute, int toMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toMinute, MinutesOfDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fromMinute, toMinute);
        (FromMinute, ToMinute) = (fromMinute, toMinute);
    }

    /// <summary>Opening, in minutes since midnight; belongs to the span.</summary>
    public int FromMinute { get; }

    /// <summary>Closing, in minutes since midnight; does not belong to the span.</summary>
    public int ToMinute { get; }

    /// <summary>From 0:00 to 24:00.</summary>
    public static WorkingHours WholeDay { get; } = new(0, MinutesOfDay);

    /// <summary>Reads <c>09:00-18:00</c>; <c>24:00</c> is the end of the day.</summary>
    public static bool TryParse(string text, out WorkingHours hours)
    {
        hours = default;
        if (text.Split('-') is not [var from, var to]
            || Minute(from.Trim()) is not { } opens || Minute(to.Trim()) is not { } closes || opens >= closes)
        {
            return false;
        }

        hours = new WorkingHours(opens, closes);
        return true;
    }

    private static int? Minute(string clock) =>
        clock == "24:00" ? MinutesOfDay
        : TimeOnly.TryParseExact(clock, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time.Hour * 60) + time.Minute
            : null;
}
