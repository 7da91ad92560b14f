using System.Collections.Immutable;
using Kb.Desk.Calendars;

namespace Kb.Desk.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private const int Seed = 20261124;

    // With and without clock changes: at 2:00, at midnight (Havana, Santiago), by half an hour (Lord Howe), and a day that never was (Apia).
    private static readonly string[] Zones =
    [
        "Europe/Moscow", "Europe/Berlin", "America/Havana", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata",
    ];

    [Fact]
    public void Working_time_adds_up()
    {
        foreach (var (random, calendar, from) in Cases(600))
        {
            var first = TimeSpan.FromMinutes(random.Next(0, 4_000));
            var second = TimeSpan.FromMinutes(random.Next(0, 4_000));

            var inSteps = calendar.AddWorkingTime(calendar.AddWorkingTime(from, first), second);

            Assert.Equal(calendar.AddWorkingTime(from, first + second), inSteps);
        }
    }

    [Fact]
    public void Working_time_never_runs_backwards_or_faster_than_the_clock()
    {
        foreach (var (random, calendar, from) in Cases(600))
        {
            var duration = TimeSpan.FromMinutes(random.Next(1, 4_000));

            var due = calendar.AddWorkingTime(from, duration);

            Assert.True(due - from >= duration);
            // A deadline falls into working time or on its very end.
            Assert.True(calendar.IsOpen(due.AddTicks(-1)));
        }
    }

    [Fact]
    public void The_next_opening_is_open_and_everything_before_it_is_closed()
    {
        foreach (var (random, calendar, from) in Cases(600))
        {
            var opens = calendar.NextOpening(from);

            Assert.True(opens >= from);
            Assert.True(calendar.IsOpen(opens));
            if (opens > from)
            {
                Assert.False(calendar.IsOpen(from));
                Assert.False(calendar.IsOpen(opens.AddTicks(-1)));
                Assert.False(calendar.IsOpen(from + ((opens - from) * random.NextDouble())));
            }
        }
    }

    [Fact]
    public void Round_the_clock_working_time_is_time_in_every_zone_at_every_change_of_clocks()
    {
        var random = new Random(Seed);
        foreach (var zone in Zones)
        {
            var calendar = WorkingCalendar.AroundTheClock(TimeZoneInfo.FindSystemTimeZoneById(zone));
            for (var round = 0; round < 200; round++)
            {
                var from = Instant(random);
                var duration = TimeSpan.FromSeconds(random.Next(0, 5_000_000));

                Assert.Equal(from + duration, calendar.AddWorkingTime(from, duration));
                Assert.True(calendar.IsOpen(from));
            }
        }
    }

    [Theory]
    // Berlin springs forward on 29 March 2026: the shift from 0:00 to 6:00 lasts five hours.
    [InlineData("2026-03-28T22:00:00Z", 5, "2026-03-29T04:00:00Z")]
    // And falls back on 25 October: the same shift lasts seven.
    [InlineData("2026-10-24T20:00:00Z", 7, "2026-10-25T05:00:00Z")]
    public void A_night_shift_lasts_as_long_as_the_clocks_let_it(string from, int hours, string expected)
    {
        var nights = new WorkingCalendar(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => ImmutableArray.Create(new WorkingHours(0, 360))),
            new Dictionary<DateOnly, ImmutableArray<WorkingHours>>());

        Assert.Equal(Utc(expected), nights.AddWorkingTime(Utc(from), TimeSpan.FromHours(hours)));
    }

    [Fact]
    public void An_hour_left_before_closing_is_used_up_first()
    {
        var options = new CalendarOptions { Week = new() { ["Monday"] = ["9:00-13:00", "14:00-18:00"], ["Friday"] = ["9:00-18:00"] } };
        var calendar = options.ToCalendar();

        // Friday 27 November 2026, 17:30 in Moscow, and five hours: half an hour on Friday, 9:00 to 13:00 and half past two on Monday.
        Assert.Equal(Utc("2026-11-30T11:30:00Z"), calendar.AddWorkingTime(Utc("2026-11-27T14:30:00Z"), TimeSpan.FromHours(5)));
        Assert.Equal(Utc("2026-11-30T06:00:00Z"), calendar.NextOpening(Utc("2026-11-27T15:00:00Z")));
        Assert.False(calendar.IsOpen(Utc("2026-11-30T10:00:00Z")));
    }

    [Theory]
    [InlineData("Zone", "Europe/Nowhere")]
    [InlineData("Week", "Funday")]
    [InlineData("Hours", "25:00-26:00")]
    [InlineData("Hours", "18:00-9:00")]
    [InlineData("Date", "31.12.2026")]
    public void A_mistake_in_the_configuration_is_named(string what, string value)
    {
        var options = what switch
        {
            "Zone" => new CalendarOptions { Zone = value },
            "Week" => new CalendarOptions { Week = new() { [value] = ["9:00-18:00"] } },
            "Hours" => new CalendarOptions { Week = new() { ["Monday"] = [value] } },
            _ => new CalendarOptions { Exceptions = new() { [value] = [] } },
        };

        var mistake = Assert.Throws<FormatException>(options.ToCalendar);

        Assert.Contains(value, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_that_overlap_and_a_week_without_any_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CalendarOptions { Week = new() { ["Monday"] = ["9:00-13:00", "12:00-18:00"] } }.ToCalendar());
        Assert.Throws<ArgumentException>(() => new CalendarOptions { Week = new() { ["Monday"] = [] } }.ToCalendar());
    }

    private static IEnumerable<(Random Random, WorkingCalendar Calendar, DateTimeOffset From)> Cases(int count)
    {
        var random = new Random(Seed);
        for (var n = 0; n < count; n++)
        {
            yield return (random, Calendar(random), Instant(random));
        }
    }

    private static WorkingCalendar Calendar(Random random)
    {
        var week = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(5) > 0).ToDictionary(day => day, _ => Hours(random));
        week[DayOfWeek.Wednesday] = [new WorkingHours(random.Next(0, 700), random.Next(701, 1441))];
        var exceptions = Enumerable.Range(0, 10)
            .Select(_ => DateOnly.FromDateTime(Instant(random).DateTime))
            .Distinct()
            .ToDictionary(day => day, _ => random.Next(2) == 0 ? [] : Hours(random));
        return new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById(Zones[random.Next(Zones.Length)]), week, exceptions);
    }

    private static ImmutableArray<WorkingHours> Hours(Random random)
    {
        int[] edges = [.. Enumerable.Range(0, 1441).OrderBy(_ => random.Next()).Take(4).Order()];
        return random.Next(4) == 0 ? [WorkingHours.WholeDay] : [new(edges[2], edges[3]), new(edges[0], edges[1])];
    }

    private static DateTimeOffset Instant(Random random) =>
        new DateTimeOffset(2011, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(0, 16 * 365 * 86_400));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
