using System.Collections.Frozen;

namespace Kb.Bot.Understanding;

/// <summary>Words typed with the keyboard switched to English: «jgthfnjh» is «оператор».</summary>
public static class KeyboardLayout
{
    // The same keys, row by row, on the standard Russian (ЙЦУКЕН) and US layouts; then the same with Shift where it differs.
    private const string English = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";

    private static readonly FrozenDictionary<char, char> ToRussianKey =
        English.Zip(Russian).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The text as if those space-separated parts that hold a Latin letter had been typed on the Russian layout; «ё» comes as «е».</summary>
    /// <param name="folded">Lower case.</param>
    /// <param name="keepEnd">Whether a comma or a full stop at the end of a part stays one; otherwise it is «б» or «ю» («dhtvz. vj.»).</param>
    public static string ToRussian(string folded, bool keepEnd) =>
        string.Join(' ', folded.Split(' ').Select(part => part.Any(char.IsAsciiLetter) ? Switch(part, keepEnd) : part));

    private static string Switch(string part, bool keepEnd)
    {
        var end = keepEnd && part[^1] is ',' or '.' ? part.Length - 1 : part.Length;
        return string.Concat(part[..end].Select(key => ToRussianKey.GetValueOrDefault(key, key))).Replace('ё', 'е') + part[end..];
    }
}
