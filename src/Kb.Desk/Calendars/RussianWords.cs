using System.Collections.Frozen;
using System.Globalization;

namespace Kb.Desk.Calendars;

/// <summary>Numbers, days and clocks as Russian says them.</summary>
public static class RussianWords
{
    private static readonly string[] Months =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    private static readonly FrozenDictionary<string, string> Clocks = new Dictionary<string, string>
    {
        ["Europe/Moscow"] = "по Москве",
        ["Europe/Kaliningrad"] = "по Калининграду",
        ["Europe/Samara"] = "по Самаре",
        ["Europe/Minsk"] = "по Минску",
        ["Asia/Yekaterinburg"] = "по Екатеринбургу",
        ["Asia/Omsk"] = "по Омску",
        ["Asia/Novosibirsk"] = "по Новосибирску",
        ["Asia/Krasnoyarsk"] = "по Красноярску",
        ["Asia/Irkutsk"] = "по Иркутску",
        ["Asia/Yakutsk"] = "по Якутску",
        ["Asia/Vladivostok"] = "по Владивостоку",
        ["Asia/Magadan"] = "по Магадану",
        ["Asia/Kamchatka"] = "по Камчатке",
        ["Asia/Almaty"] = "по Алматы",
        ["Asia/Tashkent"] = "по Ташкенту",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>When it happens: «в среду», «во вторник».</summary>
    public static string OnWeekday(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "в понедельник",
        DayOfWeek.Tuesday => "во вторник",
        DayOfWeek.Wednesday => "в среду",
        DayOfWeek.Thursday => "в четверг",
        DayOfWeek.Friday => "в пятницу",
        DayOfWeek.Saturday => "в субботу",
        DayOfWeek.Sunday => "в воскресенье",
        _ => throw new ArgumentOutOfRangeException(nameof(day), day, "Unknown day."),
    };

    /// <summary>«25 ноября».</summary>
    public static string DayAndMonth(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]}");

    /// <summary>Whose clock a time is by: «по Москве»; for a zone without a name here, «по UTC+3».</summary>
    public static string ByClockOf(TimeZoneInfo zone, DateTimeOffset instant)
    {
        if (Clocks.TryGetValue(zone.Id, out var words))
        {
            return words;
        }

        var offset = zone.GetUtcOffset(instant);
        var minutes = offset.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(offset.Minutes):00}");
        return offset == TimeSpan.Zero ? "по UTC"
            : string.Create(CultureInfo.InvariantCulture, $"по UTC{(offset < TimeSpan.Zero ? "−" : "+")}{Math.Abs(offset.Hours)}{minutes}");
    }
}
