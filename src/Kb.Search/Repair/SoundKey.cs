using System.Text;

namespace Kb.Search.Repair;

/// <summary>
/// How a Russian word sounds, roughly: unstressed vowels that people confuse fall together and the soft and hard signs vanish, so that
/// «апиратор», «опиратор» and «оператор» are one word. A fold letter by letter: one typo in the word is at most one in the key.
/// </summary>
public static class SoundKey
{
    /// <summary>The key of a word.</summary>
    /// <param name="word">Lower case.</param>
    public static string Of(string word)
    {
        // «связаться» is said «связаца», and typed so.
        var sound = LetterByLetter(word);
        return sound.EndsWith("тса", StringComparison.Ordinal) ? string.Concat(sound.AsSpan(0, sound.Length - 3), "ца") : sound;
    }

    /// <summary>The key without the one fold of several letters: a typo inside it («связтаься») stays one typo.</summary>
    /// <param name="word">Lower case.</param>
    public static string LetterByLetter(string word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            switch (letter)
            {
                case 'ь' or 'ъ':
                    break;
                case 'о' or 'я':
                    key.Append('а');
                    break;
                case 'е' or 'ё' or 'э' or 'ы' or 'й':
                    key.Append('и');
                    break;
                case 'ю':
                    key.Append('у');
                    break;
                default:
                    key.Append(letter);
                    break;
            }
        }

        return key.ToString();
    }

    /// <summary>
    /// Whether one edit (a letter added, lost, replaced, or two neighbours swapped) or none turns one key into the other:
    /// Damerau's four kinds of error, 1964.
    /// </summary>
    public static bool WithinOneEdit(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        while (!left.IsEmpty && !right.IsEmpty && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        return (left.Length, right.Length) switch
        {
            ( <= 1, <= 1) => true,
            (2, 2) => left[0] == right[1] && left[1] == right[0],
            _ => false,
        };
    }
}
