using System.Collections.Frozen;
using Kb.Search.Analysis;

namespace Kb.Content.Lint.Faces;

/// <summary>Units of measure and their forms. A word that is not in the table is a unit too («5 символов»), by its stem.</summary>
internal static class Units
{
    /// <summary>Forms that the stemmer does not bring together.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["день"] = "день",
        ["дня"] = "день",
        ["дней"] = "день",
        ["дню"] = "день",
        ["дням"] = "день",
        ["год"] = "год",
        ["года"] = "год",
        ["году"] = "год",
        ["лет"] = "год",
        ["раз"] = "раз",
        ["раза"] = "раз",
        ["₽"] = "₽",
        ["%"] = "%",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Months = new[]
    {
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of the calendar say nothing about what a number means.</summary>
    private static readonly FrozenSet<string> Calendar = new[] { "рабоч", "календарн", "учебн", "час", "минут", "недел", "месяц", "сутк", "врем" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The unit's key.</summary>
    /// <param name="word">In lower case, «ё» as «е».</param>
    public static string Key(string word) => Irregular.TryGetValue(word, out var key) ? key : Stem(word);

    public static bool IsMonth(string word) => Months.Contains(word);

    public static bool IsCalendar(string word) => IsMonth(word) || Irregular.ContainsKey(word) || Calendar.Contains(Stem(word));

    public static string Stem(string word) => RussianStemmer.Stem(word).ToString();
}
