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
    public static string ToRussian(string folded) =>
        string.Join(' ', folded.Split(' ').Select(part => part.Any(char.IsAsciiLetter) ? Switch(part) : part));

    private static string Switch(string part) =>
        string.Create(part.Length, part, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var key = ToRussianKey.GetValueOrDefault(source[i], source[i]);
                target[i] = key == 'ё' ? 'е' : key;
            }
        });
}
