using System.Collections.Immutable;
using System.Text;

namespace Kb.Search.Repair;

/// <summary>
/// Russian written in Latin letters, back to Cyrillic: «pozovite operatora». People mix schemes freely, so the table holds what is met
/// in chats rather than a standard, longest first. What sounds alike (ы – и – й, е – э, signs left out) is left to comparison by sound.
/// </summary>
public static class Transliteration
{
    /// <summary>Most ways to spell one word.</summary>
    private const int MaxSpellings = 24;

    /// <summary>So many units of a word may mean something else than they usually do.</summary>
    private const int MaxUnusual = 2;

    private static readonly (string Latin, string Cyrillic)[] Longest =
    [
        ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("tc", "ц"), ("ch", "ч"), ("sh", "ш"),
        ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "я"), ("yo", "е"), ("jo", "е"), ("ck", "к"),
        ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"),
        ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"),
        ("h", "х"), ("x", "х"), ("c", "ц"), ("q", "к"), ("4", "ч"), ("6", "ш"), ("'", "ь"), ("`", "ь"),
    ];

    /// <summary>What a unit may mean besides, in other people's schemes; never what only sounds different.</summary>
    private static readonly (string Latin, string Cyrillic)[] Unusual =
    [
        ("ia", "иа"), ("io", "ио"), ("iu", "иу"), ("yo", "йо"), ("jo", "йо"), ("je", "е"), ("je", "йе"), ("ye", "е"), ("'a", "я"), ("'u", "ю"), ("tz", "ц"), ("ph", "ф"), ("sh", "сх"), ("ts", "тс"),
        ("c", "к"), ("c", "с"), ("x", "кс"), ("w", "ш"), ("w", "щ"), ("g", "ж"), ("j", "й"), ("h", "г"), ("q", "я"), ("e", "э"), ("u", "ю"),
    ];

    /// <summary>The text with every Latin word spelled in Cyrillic; Cyrillic words stay as they are.</summary>
    /// <param name="folded">Lower case.</param>
    /// <param name="middleJ">What «j» means between a vowel and a consonant: й («dajte») or ж («nujna»).</param>
    public static string ToCyrillic(string folded, char middleJ) =>
        string.Join(' ', folded.Split(' ').Select(part => part.Any(char.IsAsciiLetter) ? Spell(part, middleJ) : part));

    /// <summary>The ways to read one Latin word, 1 to 24, those with the usual meanings first.</summary>
    /// <param name="word">Lower case.</param>
    public static ImmutableArray<string> Spellings(string word)
    {
        var spellings = ImmutableArray.CreateBuilder<string>();
        for (var unusual = 0; unusual <= MaxUnusual && spellings.Count < MaxSpellings; unusual++)
        {
            Spell(word, 0, unusual, "", spellings);
        }

        return spellings.ToImmutable();
    }

    /// <summary>Adds the spellings with exactly so many unusual units.</summary>
    private static void Spell(string word, int at, int unusual, string before, ImmutableArray<string>.Builder spellings)
    {
        if (at >= word.Length)
        {
            if (unusual == 0 && !spellings.Contains(before))
            {
                spellings.Add(before);
            }

            return;
        }

        if (spellings.Count >= MaxSpellings)
        {
            return;
        }

        var usual = new StringBuilder();
        var length = SpellNext(word, at, 'й', usual);
        Spell(word, at + length, unusual, before + usual, spellings);
        foreach (var (latin, cyrillic) in unusual > 0 ? Unusual : [])
        {
            if (string.CompareOrdinal(word, at, latin, 0, latin.Length) == 0)
            {
                Spell(word, at + latin.Length, unusual - 1, before + cyrillic, spellings);
            }
        }
    }

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
