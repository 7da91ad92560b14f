using System.Globalization;
using Kb.Desk.Calendars;

namespace Kb.Web.Layout;

/// <summary>Days as people say them: «сегодня», «вчера», «12 ноября», «3 марта 2025 г.».</summary>
internal static class RussianDate
{
    /// <summary>The day in words, with the year only where it is not this one.</summary>
    public static string Of(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => "сегодня",
        1 => "вчера",
        _ when day.Year == today.Year => RussianWords.DayAndMonth(day),
        _ => string.Create(CultureInfo.InvariantCulture, $"{RussianWords.DayAndMonth(day)} {day.Year} г."),
    };
}
