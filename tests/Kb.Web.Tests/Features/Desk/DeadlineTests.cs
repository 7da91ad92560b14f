using Kb.Web.Features.Desk;
using Kb.Web.Features.Tickets;

namespace Kb.Web.Tests.Features.Desk;

public sealed class DeadlineTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(3));

    [Theory]
    [InlineData(0, "1\u00a0минуту")]
    [InlineData(1, "1\u00a0минуту")]
    [InlineData(2, "2\u00a0минуты")]
    [InlineData(5, "5\u00a0минут")]
    [InlineData(11, "11\u00a0минут")]
    [InlineData(21, "21\u00a0минуту")]
    [InlineData(59, "59\u00a0минут")]
    [InlineData(60, "1\u00a0час")]
    [InlineData(125, "2\u00a0часа")]
    [InlineData(21 * 60, "21\u00a0час")]
    [InlineData(24 * 60, "1\u00a0день")]
    [InlineData(3 * 24 * 60, "3\u00a0дня")]
    [InlineData(12 * 24 * 60, "12\u00a0дней")]
    public void Length_is_the_largest_whole_unit(int minutes, string words) =>
        Assert.Equal(words, Moments.Length(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("2026-11-25T12:40:00Z", "сегодня в 15:40")]
    [InlineData("2026-11-25T21:30:00Z", "завтра в 0:30")]
    [InlineData("2026-11-24T06:05:00Z", "вчера в 9:05")]
    [InlineData("2026-11-12T12:40:00Z", "12 ноября в 15:40")]
    [InlineData("2025-05-01T12:40:00Z", "1 мая 2025 года в 15:40")]
    public void A_moment_is_told_on_the_teams_clock(string instant, string words) =>
        Assert.Equal(words, Moments.Say(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), Now, Moscow));

    [Theory]
    [InlineData(4, Pressure.Soon, "Ответить: сегодня в 12:04, осталось 4\u00a0минуты")]
    [InlineData(1, Pressure.Soon, "Ответить: сегодня в 12:01, осталась 1\u00a0минута")]
    [InlineData(21, Pressure.Soon, "Ответить: сегодня в 12:21, осталась 21\u00a0минута")]
    [InlineData(61, Pressure.Calm, "Ответить: сегодня в 13:01, остался 1\u00a0час")]
    [InlineData(125, Pressure.Calm, "Ответить: сегодня в 14:05, осталось 2\u00a0часа")]
    [InlineData(0, Pressure.Soon, "Ответить: сегодня в 12:00, осталось меньше минуты")]
    [InlineData(-21, Pressure.Late, "Ответить: просрочено на 21\u00a0минуту")]
    public void A_first_reply_is_told_before_the_resolution(int minutes, Pressure pressure, string text)
    {
        var due = new DueView(Now.AddMinutes(minutes), null, Now.AddHours(5));

        Assert.Equal(new Deadline(pressure, text), Deadline.Of(due, Now, Moscow));
    }

    [Fact]
    public void Without_a_running_clock_nothing_is_owed() =>
        Assert.Equal(Pressure.None, Deadline.Of(new DueView(null, null, null), Now, Moscow).Pressure);
}
