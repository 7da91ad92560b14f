using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Desk.Calendars;

/// <summary>
/// When the team works: hours of the week in a zone, and days that differ. Immutable and pure. All arithmetic is on instants, so
/// that a day of 23 or 25 hours counts as what it is; clock times only say where an instant lies.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>A calendar that closes for longer than this is a mistake in its data.</summary>
    private const int LongestClosureDays = 400;

    private readonly FrozenDictionary<DayOfWeek, ImmutableArray<WorkingHours>> _week;
    private readonly FrozenDictionary<DateOnly, ImmutableArray<WorkingHours>> _exceptions;

    /// <param name="zone">The zone of all its hours.</param>
    /// <param name="week">Hours of each day of the week; a day that is absent is free.</param>
    /// <param name="exceptions">Days with hours of their own; an empty list is a day off.</param>
    /// <exception cref="ArgumentException">No day of the week has hours, or the hours of a day overlap.</exception>
    public WorkingCalendar(
        TimeZoneInfo zone,
        IReadOnlyDictionary<DayOfWeek, ImmutableArray<WorkingHours>> week,
        IReadOnlyDictionary<DateOnly, ImmutableArray<WorkingHours>> exceptions)
    {
        Zone = zone;
        _week = week.ToFrozenDictionary(day => day.Key, day => InOrder(day.Value));
        _exceptions = exceptions.ToFrozenDictionary(day => day.Key, day => InOrder(day.Value));
        if (_week.Values.All(hours => hours.IsEmpty))
        {
            throw new ArgumentException("A calendar needs working hours on some day of the week.", nameof(week));
        }
    }

    /// <summary>The zone of all its hours.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Always open.</summary>
    public static WorkingCalendar AroundTheClock(TimeZoneInfo zone) => new(
        zone,
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => ImmutableArray.Create(WorkingHours.WholeDay)),
        FrozenDictionary<DateOnly, ImmutableArray<WorkingHours>>.Empty);

    /// <summary>The instant at which so much working time has passed.</summary>
    /// <param name="from">Where counting begins.</param>
    /// <param name="duration">Working time, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        if (duration == TimeSpan.Zero)
        {
            return from.ToUniversalTime();
        }

        var left = duration;
        foreach (var (opens, closes) in OpenSpansFrom(from))
        {
            if (left <= closes - opens)
            {
                return opens + left;
            }

            left -= closes - opens;
        }

        throw new InvalidOperationException("Working time never ends.");
    }

    /// <summary>Whether the team works at this instant. The opening instant belongs to the hours, the closing one does not.</summary>
    public bool IsOpen(DateTimeOffset instant) => NextOpening(instant) == instant;

    /// <summary>This instant when the team works, else the next one at which it does; in UTC.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset instant) => OpenSpansFrom(instant).First().Opens;

    /// <summary>The day that a clock on the team's wall shows.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    private static ImmutableArray<WorkingHours> InOrder(ImmutableArray<WorkingHours> hours)
    {
        var sorted = hours.Sort((left, right) => left.FromMinute.CompareTo(right.FromMinute));
        return sorted.Zip(sorted.Skip(1)).Any(pair => pair.First.ToMinute > pair.Second.FromMinute)
            ? throw new ArgumentException("Working hours of one day overlap.", nameof(hours))
            : sorted;
    }

    /// <summary>Working spans that end after the instant, cut at it, in order, without end.</summary>
    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> OpenSpansFrom(DateTimeOffset instant)
    {
        var from = instant.ToUniversalTime();
        var closedDays = 0;
        for (var day = DayOf(from); closedDays <= LongestClosureDays; day = day.AddDays(1))
        {
            var isClosed = true;
            foreach (var hours in HoursOf(day))
            {
                var (opens, closes) = (At(day, hours.FromMinute), At(day, hours.ToMinute));
                opens = opens < from ? from : opens;
                if (opens < closes)
                {
                    isClosed = false;
                    yield return (opens, closes);
                }
            }

            closedDays = isClosed ? closedDays + 1 : 0;
        }

        throw new InvalidOperationException($"The calendar has no working hours within {LongestClosureDays} days of {from:O}.");
    }

    private ImmutableArray<WorkingHours> HoursOf(DateOnly day) =>
        _exceptions.TryGetValue(day, out var special) ? special
        : _week.TryGetValue(day.DayOfWeek, out var usual) ? usual
        : [];

    /// <summary>
    /// The instant of a clock time. One function for openings and closings, and it never goes back: 24:00 of a day is 0:00 of the
    /// next, also where the clocks change at midnight. A time that the clock skips is the instant of the jump, one that it shows twice is the first.
    /// </summary>
    private DateTimeOffset At(DateOnly day, int minute)
    {
        var clock = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (Zone.IsInvalidTime(clock))
        {
            var last = clock;
            while (Zone.IsInvalidTime(last))
            {
                last = last.AddMinutes(-1);
            }

            return new DateTimeOffset(last, Zone.GetUtcOffset(last)).AddMinutes(1).ToUniversalTime();
        }

        var offset = Zone.IsAmbiguousTime(clock) ? Zone.GetAmbiguousTimeOffsets(clock).Max() : Zone.GetUtcOffset(clock);
        return new DateTimeOffset(clock, offset).ToUniversalTime();
    }
}
