using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Reads when something happened, as people write it: «вчера в 15:40», «20.11», «три дня назад», «в пятницу вечером».</summary>
internal static partial class MomentReader
{
    private static readonly string[] Months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] Weekdays = ["воскресень", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот"];

    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["два"] = 2,
        ["две"] = 2,
        ["пару"] = 2,
        ["три"] = 3,
        ["четыре"] = 4,
        ["пять"] = 5,
        ["шесть"] = 6,
        ["семь"] = 7,
        ["неделю"] = 7,
        ["день"] = 1,
    }.ToFrozenDictionary();

    /// <summary>The moment in words that an agent reads («19 ноября, 15:40»); null when the text names none, or one in the future.</summary>
    /// <param name="folded">Lower case, «ё» written as «е».</param>
    /// <param name="now">With the offset of the school's time zone.</param>
    public static string? Read(string folded, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        if (JustNow().IsMatch(folded))
        {
            return $"{Say(today, today)}, около {now.ToString("H:mm", CultureInfo.InvariantCulture)}";
        }

        if (DayOf(folded, today) is not { } day)
        {
            // A time alone is of today; «23:50» typed in the morning was yesterday.
            return ClockTime().IsMatch(folded) && TimeOf(folded) is { } clock && TimeOnly.TryParse(clock, CultureInfo.InvariantCulture, out var time)
                ? $"{Say(time > TimeOnly.FromDateTime(now.DateTime) ? today.AddDays(-1) : today, today)}, {clock}"
                : null;
        }

        // «20.11» is a day here, not eleven minutes past eight.
        var rest = NumericDate().Replace(folded, match => Day(match, today) is null ? match.Value : "");
        return day > today ? null : TimeOf(rest) is { } at ? $"{Say(day, today)}, {at}" : Say(day, today);
    }

    private static DateOnly? DayOf(string text, DateOnly today) =>
        NearDay(text, today) ?? NumericDay(text, today) ?? NamedDay(text, today) ?? Ago(text, today) ?? Weekday(text, today);

    private static DateOnly? NearDay(string text, DateOnly today) =>
        text.Contains("позавчера", StringComparison.Ordinal) ? today.AddDays(-2)
        : text.Contains("вчера", StringComparison.Ordinal) ? today.AddDays(-1)
        : text.Contains("сегодня", StringComparison.Ordinal) ? today
        : null;

    private static DateOnly? NumericDay(string text, DateOnly today) =>
        NumericDate().Matches(text).Select(match => Day(match, today)).FirstOrDefault(day => day is not null);

    private static DateOnly? Day(Match numeric, DateOnly today) =>
        Day(Number(numeric, 1), Number(numeric, 2), numeric.Groups[3].Success ? Number(numeric, 3) : null, today);

    private static DateOnly? NamedDay(string text, DateOnly today) => NamedDate().Match(text) is { Success: true } match
        ? Day(Number(match, 1), MonthOf(match.Groups[2].Value), match.Groups[3].Success ? Number(match, 3) : null, today)
        : null;

    private static int MonthOf(string start) => start == "май" ? 5 : 1 + Array.FindIndex(Months, month => month.StartsWith(start, StringComparison.Ordinal));

    private static DateOnly? Ago(string text, DateOnly today)
    {
        if (DaysAgo().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var word = match.Groups[1].Value;
        var count = int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : Numbers.GetValueOrDefault(word, 1);
        return today.AddDays(-Math.Min(count * (match.Groups[2].Value.StartsWith("недел", StringComparison.Ordinal) && word != "неделю" ? 7 : 1), 3_650));
    }

    private static DateOnly? Weekday(string text, DateOnly today)
    {
        var named = Array.FindIndex(Weekdays, text.Contains);
        return named < 0 ? null : today.AddDays(-(((int)today.DayOfWeek - named + 7) % 7));
    }

    /// <summary>A day and a month; without a year the last one that has begun.</summary>
    private static DateOnly? Day(int day, int month, int? year, DateOnly today)
    {
        var full = year is { } given ? given < 100 ? 2_000 + given : given : today.Year;
        if (month is < 1 or > 12 || full is < 2_000 or > 2_100 || day < 1 || day > DateTime.DaysInMonth(full, month))
        {
            return null;
        }

        var read = new DateOnly(full, month, day);
        return year is null && read > today.AddDays(1) && day <= DateTime.DaysInMonth(full - 1, month) ? new DateOnly(full - 1, month, day) : read;
    }

    private static string? TimeOf(string text)
    {
        if (ClockTime().Match(text) is { Success: true } clock)
        {
            return $"{Number(clock, 1)}:{clock.Groups[2].Value}";
        }

        if (HourOnly().Match(text) is { Success: true } hour)
        {
            var at = Number(hour, 1);
            return $"{(at < 12 && (text.Contains("вечера", StringComparison.Ordinal) || text.Contains("дня", StringComparison.Ordinal)) ? at + 12 : at)}:00";
        }

        return PartOfDay().Match(text) is { Success: true } part ? part.Value.Replace("днем", "днём", StringComparison.Ordinal) : null;
    }

    private static string Say(DateOnly day, DateOnly today) => $"{day.Day} {Months[day.Month - 1]}{(day.Year == today.Year ? "" : $" {day.Year} года")}";

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(только что|сейчас|минут\w* назад|час\w* назад)")]
    private static partial Regex JustNow();

    [GeneratedRegex(@"\b(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\b")]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"\b(\d{1,2})(?:-?го)? (янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)\w*(?: (\d{4}))?")]
    private static partial Regex NamedDate();

    [GeneratedRegex(@"\b(\d{1,3}|два|две|пару|три|четыре|пять|шесть|семь|неделю|день)(?: (дн\w+|день|недел\w+))? назад")]
    private static partial Regex DaysAgo();

    [GeneratedRegex(@"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b(?![./]\d)")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"\b(?:в|около) ([01]?\d|2[0-3])(?: ?ч\w*)?(?: (?:дня|утра|вечера|ночи))?(?![.\d])")]
    private static partial Regex HourOnly();

    [GeneratedRegex(@"\b(утром|днем|вечером|ночью)\b")]
    private static partial Regex PartOfDay();
}
