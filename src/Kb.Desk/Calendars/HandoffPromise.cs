using System.Globalization;
using Kb.Content.Facts;

namespace Kb.Desk.Calendars;

/// <summary>What may be promised to a student whose question passes to a person.</summary>
/// <param name="By">The instant promised: «до» it while the team works, «после» it before the team opens.</param>
/// <param name="Text">The promise in Russian, one or two sentences.</param>
public sealed record HandoffPromise(DateTimeOffset By, string Text)
{
    /// <summary>Working time that one question takes until its first answer: the desk's own target.</summary>
    private static readonly TimeSpan PerQuestion = TimeSpan.FromMinutes(5);

    /// <summary>A promised clock time is rounded up to this.</summary>
    private static readonly TimeSpan ClockStep = TimeSpan.FromMinutes(5);

    /// <summary>Promises what the calendar and the queue let us keep, and no more.</summary>
    /// <param name="calendar">When the team works.</param>
    /// <param name="now">When the question passes.</param>
    /// <param name="ahead">Questions that wait for their first answer already; 0 or more.</param>
    public static HandoffPromise Make(WorkingCalendar calendar, DateTimeOffset now, int ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ahead);
        var opens = calendar.NextOpening(now);
        if (opens > now)
        {
            return new HandoffPromise(opens, $"Ответим {Day(calendar, now, opens)} после {Clock(calendar, opens)}.");
        }

        if (ahead == 0)
        {
            var soon = calendar.AddWorkingTime(now, PerQuestion);
            // Five minutes that run into the night are not five minutes for the one who waits.
            return soon - now <= PerQuestion
                ? new HandoffPromise(soon, "Ответим в течение 5 минут.")
                : new HandoffPromise(soon, $"Ответим {Until(calendar, now, soon)}.");
        }

        var due = RoundUp(calendar.AddWorkingTime(now, PerQuestion * (ahead + 1)));
        return new HandoffPromise(due, $"Перед вами {ahead} {RussianPlural.Form(ahead, "вопрос", "вопроса", "вопросов")}, ответим {Until(calendar, now, due)}.");
    }

    private static string Until(WorkingCalendar calendar, DateTimeOffset now, DateTimeOffset due) =>
        calendar.DayOf(due) == calendar.DayOf(now)
            ? $"до {Clock(calendar, due)}"
            : $"{Day(calendar, now, due)} до {Clock(calendar, due)}";

    private static string Day(WorkingCalendar calendar, DateTimeOffset now, DateTimeOffset then)
    {
        var (today, day) = (calendar.DayOf(now), calendar.DayOf(then));
        var date = $"{RussianWords.OnWeekday(day.DayOfWeek)} {RussianWords.DayAndMonth(day)}";
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => "сегодня",
            1 => $"завтра, {date},",
            _ => $"{date},",
        };
    }

    private static string Clock(WorkingCalendar calendar, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, calendar.Zone).ToString("H:mm", CultureInfo.InvariantCulture) + " " + RussianWords.ByClockOf(calendar.Zone, instant);

    private static DateTimeOffset RoundUp(DateTimeOffset instant)
    {
        var over = instant.UtcTicks % ClockStep.Ticks;
        return over == 0 ? instant : instant.AddTicks(ClockStep.Ticks - over);
    }
}
