using System.Collections.Immutable;
using System.Globalization;

namespace Kb.Desk.Calendars;

/// <summary>The working hours as an administrator writes them. Without any, the team works round the clock.</summary>
public sealed class CalendarOptions
{
    /// <summary>Where they stand in the configuration.</summary>
    public const string Section = "Kb:Desk:Calendar";

    /// <summary>Zone by its tzdata name.</summary>
    /// <value><c>Europe/Moscow</c> by default.</value>
    public string Zone { get; init; } = "Europe/Moscow";

    /// <summary>Hours by the English name of the day: <c>"Monday": ["09:00-13:00", "14:00-18:00"]</c>. An absent day is free.</summary>
    public Dictionary<string, string[]> Week { get; init; } = [];

    /// <summary>Days that differ: <c>"2027-01-01": []</c> is a day off.</summary>
    public Dictionary<string, string[]> Exceptions { get; init; } = [];

    /// <summary>Makes the calendar.</summary>
    /// <exception cref="FormatException">A zone, day or span cannot be read; the message names it.</exception>
    public WorkingCalendar ToCalendar()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone))
        {
            throw new FormatException($"{Section}:Zone «{Zone}» is not a known time zone; write a tzdata name such as Europe/Moscow.");
        }

        if (Week.Count == 0 && Exceptions.Count == 0)
        {
            return WorkingCalendar.AroundTheClock(zone);
        }

        var week = Week.Count == 0
            ? Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => ImmutableArray.Create(WorkingHours.WholeDay))
            : Week.ToDictionary(day => WeekDay(day.Key), day => Hours($"Week:{day.Key}", day.Value));
        return new WorkingCalendar(zone, week, Exceptions.ToDictionary(day => Date(day.Key), day => Hours($"Exceptions:{day.Key}", day.Value)));
    }

    private static DayOfWeek WeekDay(string name) =>
        Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) && Enum.IsDefined(day)
            ? day
            : throw new FormatException($"{Section}:Week:{name} is not a day of the week; write Monday, Tuesday and so on.");

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"{Section}:Exceptions:{text} is not a date; write 2027-01-01.");

    private static ImmutableArray<WorkingHours> Hours(string place, string[] spans) =>
    [
        .. spans.Select(span => WorkingHours.TryParse(span, out var hours)
            ? hours
            : throw new FormatException($"{Section}:{place} «{span}» is not a span of hours; write 09:00-18:00.")),
    ];
}
