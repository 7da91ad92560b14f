using System.Globalization;
using Kb.Content.Facts;
using Kb.Desk.Calendars;

namespace Kb.Web.Features.Desk;

/// <summary>Instants as agents read them, on the team's clock.</summary>
public static class Moments
{
    /// <summary>«сегодня в 15:40», «вчера в 9:05», «12 ноября в 15:40»; with the year when it is another one.</summary>
    public static string Say(DateTimeOffset instant, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var day = DateOnly.FromDateTime(local.DateTime);
        var clock = local.ToString("H:mm", CultureInfo.InvariantCulture);
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => $"сегодня в {clock}",
            -1 => $"вчера в {clock}",
            1 => $"завтра в {clock}",
            _ when day.Year == today.Year => $"{RussianWords.DayAndMonth(day)} в {clock}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{RussianWords.DayAndMonth(day)} {day.Year} года в {clock}"),
        };
    }

    /// <summary>«1 минуту», «2 часа», «3 дня», in the accusative: the largest unit that fits, rounded down, at least a minute.</summary>
    public static string Length(TimeSpan time)
    {
        var (number, one, _, few, many) = UnitOf(time);
        return Count(number, one, few, many);
    }

    /// <summary>«осталась 1 минута», «остался 1 час», «осталось 5 минут»: the verb agrees with the number.</summary>
    public static string Left(TimeSpan time)
    {
        if (time < TimeSpan.FromMinutes(1))
        {
            return "осталось меньше минуты";
        }

        var (number, _, one, few, many) = UnitOf(time);
        var verb = RussianPlural.Form(number, one == "минута" ? "осталась" : "остался", "осталось", "осталось");
        return $"{verb} {Count(number, one, few, many)}";
    }

    private static (long Number, string OneAccusative, string OneNominative, string Few, string Many) UnitOf(TimeSpan time) => time.Duration() switch
    {
        { TotalDays: >= 1 } length => ((long)length.TotalDays, "день", "день", "дня", "дней"),
        { TotalHours: >= 1 } length => ((long)length.TotalHours, "час", "час", "часа", "часов"),
        var length => (Math.Max(1, (long)length.TotalMinutes), "минуту", "минута", "минуты", "минут"),
    };

    private static string Count(long number, string one, string few, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}\u00a0{RussianPlural.Form(number, one, few, many)}");
}
