using System.Text;

namespace Kb.Bot.Understanding;

/// <summary>
/// Russian written in Latin letters, back to Cyrillic: «pozovite operatora». People mix schemes freely, so the table holds what is met
/// in chats rather than a standard, longest first; what remains ambiguous is left to matching by sound (<see cref="SoundKey"/>).
/// </summary>
public static class Transliteration
{
    private static readonly (string Latin, string Cyrillic)[] Longest =
    [
        ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tc", "ц"), ("ch", "ч"), ("sh", "ш"),
        ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "я"), ("yo", "е"), ("jo", "е"), ("ck", "к"),
        ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"),
        ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"),
        ("h", "х"), ("x", "х"), ("c", "ц"), ("q", "к"), ("4", "ч"), ("6", "ш"), ("'", "ь"),
    ];

    /// <summary>The text with every Latin word spelled in Cyrillic; Cyrillic words stay as they are.</summary>
    /// <param name="folded">Lower case.</param>
    /// <param name="middleJ">What «j» means between a vowel and a consonant: й («dajte») or ж («nujna»).</param>
    public static string ToCyrillic(string folded, char middleJ) =>
        string.Join(' ', folded.Split(' ').Select(part => part.Any(char.IsAsciiLetter) ? Spell(part, middleJ) : part));

    private static string Spell(string word, char middleJ)
    {
        var spelled = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            at += SpellNext(word, at, middleJ, spelled);
        }

        return spelled.ToString();
    }

    private static int SpellNext(string word, int at, char middleJ, StringBuilder spelled)
    {
        foreach (var (latin, cyrillic) in Longest)
        {
            if (string.CompareOrdinal(word, at, latin, 0, latin.Length) == 0)
            {
                spelled.Append(cyrillic);
                return latin.Length;
            }
        }

        spelled.Append(word[at] switch
        {
            'y' => AfterVowel(word, at) ? 'й' : 'ы',
            // «jivoi» and «zhivoj»: before a vowel it is ж, at the end й.
            'j' when AfterVowel(word, at) && at + 1 == word.Length => 'й',
            'j' => AfterVowel(word, at) && !BeforeVowel(word, at) ? middleJ : 'ж',
            var other => other,
        });
        return 1;
    }

    private static bool AfterVowel(string word, int at) => at > 0 && IsVowel(word[at - 1]);

    private static bool BeforeVowel(string word, int at) => at + 1 < word.Length && IsVowel(word[at + 1]);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
