using System.Globalization;
using Kb.Content.Facts;
using Kb.Desk.Tickets;

namespace Kb.Desk.Calendars;

/// <summary>
/// What may be promised to a student whose question passes to a person. There is one truth about time: <see cref="By"/> is said to the student
/// (the bot's words), kept with the ticket as the time its first reply is due, shown above the talk and ordering the agents' queue.
/// </summary>
/// <remarks>
/// It counts what waits already, by the desk's target of five working minutes a question: a promise of five minutes behind fourteen others
/// would be broken thirteen times. Nothing is promised before the team opens: at night the count begins with the opening.
/// </remarks>
/// <param name="By">The instant promised: a person answers before it.</param>
/// <param name="Text">The promise in Russian, one or two sentences.</param>
public sealed record HandoffPromise(DateTimeOffset By, string Text)
{
    /// <summary>A promised clock time is rounded up to this.</summary>
    private static readonly TimeSpan ClockStep = TimeSpan.FromMinutes(5);

    /// <summary>Promises what the calendar and the queue let us keep, and no more.</summary>
    /// <param name="calendar">When the team works.</param>
    /// <param name="now">When the question passes.</param>
    /// <param name="ahead">Questions that wait for their first answer already; 0 or more.</param>
    public static HandoffPromise Make(WorkingCalendar calendar, DateTimeOffset now, int ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ahead);
        var target = DueTimes.FirstReplyTarget;
        var isOpen = calendar.NextOpening(now) <= now;
        var soon = calendar.AddWorkingTime(now, target);
        // Five minutes that run into the night are not five minutes for the one who waits.
        if (isOpen && ahead == 0 && soon - now <= target)
        {
            return new HandoffPromise(soon, "Ответим в течение 5 минут.");
        }

        var due = RoundUp(calendar.AddWorkingTime(now, target * (ahead + 1)));
        var until = Until(calendar, now, due);
        return new HandoffPromise(due, !isOpen ? $"Сейчас специалисты не работают. Ответим {until}."
            : ahead == 0 ? $"Ответим {until}."
            : $"Перед вами {ahead} {RussianPlural.Form(ahead, "вопрос", "вопроса", "вопросов")}, ответим {until}.");
    }

    /// <summary>What is true for a question that goes into a ticket which the talk has already: no clock of its own, and nothing promised anew.</summary>
    /// <param name="calendar">When the team works.</param>
    /// <param name="now">When the question passes.</param>
    /// <param name="ticket">Where it goes.</param>
    public static HandoffPromise Joining(WorkingCalendar calendar, DateTimeOffset now, Ticket ticket)
    {
        // Also where nothing new was asked: whoever turned to the bot may have changed their mind.
        var same = $"Разговор продолжится в обращении № {ticket.Number.ToString(CultureInfo.InvariantCulture)}";
        var isAwaited = ticket is { ClosedAt: null, FirstRepliedAt: null, IsAlarm: false } && ticket.NextDueAt > now;
        return new HandoffPromise(ticket.NextDueAt, isAwaited ? $"{same}, ответим {Until(calendar, now, ticket.NextDueAt)}." : $"{same}.");
    }

    private static string Until(WorkingCalendar calendar, DateTimeOffset now, DateTimeOffset due) =>
        (calendar.DayOf(due) != calendar.DayOf(now) ? $"{Day(calendar, now, due)} "
            // «Ответим сегодня до 9:05» at three in the morning.
            : calendar.NextOpening(now) > now ? "сегодня " : "") + $"до {Clock(calendar, due)}";

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
