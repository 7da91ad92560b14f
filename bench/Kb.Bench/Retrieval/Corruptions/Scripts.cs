using System.Text;
using System.Text.RegularExpressions;

namespace Kb.Bench.Retrieval.Corruptions;

/// <summary>Russian in Latin letters: by the keyboard, by a scheme, by whatever scheme comes to mind.</summary>
internal static partial class Scripts
{
    private const string RussianKeys = "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,";
    private const string EnglishKeys = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";

    private static readonly Dictionary<char, char> KeyOf = RussianKeys.Zip(EnglishKeys).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>What every letter is written as; the first is the scheme of <see cref="OneScheme"/>.</summary>
    private static readonly Dictionary<char, string[]> LatinOf = new()
    {
        ['а'] = ["a"],
        ['б'] = ["b"],
        ['в'] = ["v", "v", "w"],
        ['г'] = ["g"],
        ['д'] = ["d"],
        ['е'] = ["e", "e", "ye"],
        ['ё'] = ["e", "yo", "jo"],
        ['ж'] = ["zh", "j", "g"],
        ['з'] = ["z"],
        ['и'] = ["i"],
        ['й'] = ["i", "y", "j"],
        ['к'] = ["k", "k", "c"],
        ['л'] = ["l"],
        ['м'] = ["m"],
        ['н'] = ["n"],
        ['о'] = ["o"],
        ['п'] = ["p"],
        ['р'] = ["r"],
        ['с'] = ["s"],
        ['т'] = ["t"],
        ['у'] = ["u"],
        ['ф'] = ["f", "ph"],
        ['х'] = ["h", "kh", "x"],
        ['ц'] = ["ts", "c", "tc"],
        ['ч'] = ["ch", "4"],
        ['ш'] = ["sh", "w", "6"],
        ['щ'] = ["sch", "shch", "sh", "w"],
        ['ъ'] = ["", "'"],
        ['ы'] = ["y", "i"],
        ['ь'] = ["", "'"],
        ['э'] = ["e"],
        ['ю'] = ["yu", "iu", "ju", "u"],
        ['я'] = ["ya", "ia", "ja"],
    };

    public static string WrongLayout(string text, Random random) =>
        string.Concat(text.Select(character => KeyOf.GetValueOrDefault(character, character)));

    public static string OneScheme(string text, Random random) => Spell(text, _ => 0);

    public static string MixedSchemes(string text, Random random) => Words().Replace(text, word =>
    {
        // Within a word a person keeps to one spelling of a letter; the next word may follow another scheme.
        var scheme = random.Next(12);
        return Spell(word.Value, count => scheme % count);
    });

    private static string Spell(string text, Func<int, int> choose)
    {
        var spelled = new StringBuilder();
        foreach (var character in text)
        {
            var lower = char.ToLowerInvariant(character);
            if (!LatinOf.TryGetValue(lower, out var ways))
            {
                spelled.Append(character);
                continue;
            }

            var latin = ways[choose(ways.Length)];
            spelled.Append(character == lower || latin.Length == 0 ? latin : char.ToUpperInvariant(latin[0]) + latin[1..]);
        }

        return spelled.ToString();
    }

    [GeneratedRegex(@"[^\W\d_]+")]
    private static partial Regex Words();
}
