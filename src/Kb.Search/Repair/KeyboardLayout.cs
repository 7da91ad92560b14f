using System.Collections.Frozen;

namespace Kb.Search.Repair;

/// <summary>Words typed with the keyboard switched to the other language: «jgthfnjh» is «оператор», «зньрщт» is «python».</summary>
public static class KeyboardLayout
{
    // The same keys, row by row, on the standard Russian (ЙЦУКЕН) and US layouts; then the same with Shift where it differs.
    private const string English = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";

    private static readonly string[] RussianRows = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
    private static readonly string[] EnglishRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly FrozenDictionary<char, char> ToRussianKey =
        English.Zip(Russian).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    private static readonly FrozenDictionary<char, char> ToEnglishKey =
        English.Zip(Russian).Take(33).ToFrozenDictionary(pair => pair.Second, pair => pair.First);

    /// <summary>The text as if those space-separated parts that hold a Latin letter had been typed on the Russian layout; «ё» comes as «е».</summary>
    /// <param name="folded">Lower case.</param>
    /// <param name="keepEnd">Whether a comma or a full stop at the end of a part stays one; otherwise it is «б» or «ю» («dhtvz. vj.»).</param>
    public static string ToRussian(string folded, bool keepEnd) =>
        string.Join(' ', folded.Split(' ').Select(part => part.Any(char.IsAsciiLetter) ? Switch(part, keepEnd) : part));

    /// <summary>The letter on the same key of the Russian layout, «е» for «ё»; characters without one stay.</summary>
    /// <param name="key">Lower case.</param>
    public static char ToRussian(char key)
    {
        var letter = ToRussianKey.GetValueOrDefault(key, key);
        return letter == 'ё' ? 'е' : letter;
    }

    /// <summary>The character on the same key of the US layout; characters without one stay.</summary>
    /// <param name="letter">Lower case.</param>
    public static char ToEnglish(char letter) => ToEnglishKey.GetValueOrDefault(letter, letter);

    /// <summary>Pairs of letters whose keys touch, each pair in both orders.</summary>
    internal static IEnumerable<(char One, char Other)> Neighbours() => Touching(RussianRows).Concat(Touching(EnglishRows));

    /// <summary>Every row is shifted to the right by about half a key: a key touches its sides and two keys of the row below.</summary>
    private static IEnumerable<(char One, char Other)> Touching(string[] rows)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            for (var at = 0; at < rows[row].Length; at++)
            {
                var key = rows[row][at];
                foreach (var (toRow, toAt) in new[] { (row, at + 1), (row + 1, at - 1), (row + 1, at) })
                {
                    if (toRow < rows.Length && toAt >= 0 && toAt < rows[toRow].Length)
                    {
                        yield return (key, rows[toRow][toAt]);
                        yield return (rows[toRow][toAt], key);
                    }
                }
            }
        }
    }

    private static string Switch(string part, bool keepEnd)
    {
        var end = keepEnd && part[^1] is ',' or '.' ? part.Length - 1 : part.Length;
        return string.Concat(part[..end].Select(ToRussian)) + part[end..];
    }
}
