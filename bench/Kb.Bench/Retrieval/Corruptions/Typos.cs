using System.Text.RegularExpressions;

namespace Kb.Bench.Retrieval.Corruptions;

/// <summary>Slips of the finger and of the ear, in words of five letters or more: people notice them in shorter ones.</summary>
internal static partial class Typos
{
    private const string Russian = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    private const string English = "abcdefghijklmnopqrstuvwxyz";
    private const int LongWord = 8;

    private static readonly string[] Rows = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly (string Right, string Wrong)[] ByEar =
    [
        ("ться", "тся"), ("тся", "ться"), ("жи", "жы"), ("ши", "шы"), ("ча", "чя"), ("ща", "щя"), ("чу", "чю"), ("нн", "н"), ("сс", "с"), ("лл", "л"),
        ("стн", "сн"), ("здн", "зн"), ("сч", "щ"), ("его", "ево"), ("ого", "ово"), ("о", "а"), ("а", "о"), ("е", "и"), ("и", "е"), ("я", "е"),
        ("ь", ""), ("б", "п"), ("в", "ф"), ("г", "к"), ("д", "т"), ("з", "с"), ("ж", "ш"), ("с", "сс"), ("н", "нн"),
    ];

    public static string One(string text, Random random) => LongWords().Replace(text, match => Edit(match.Value, random));

    public static string Two(string text, Random random) => LongWords().Replace(
        text, match => match.Length < LongWord ? Edit(match.Value, random) : Edit(Edit(match.Value, random), random));

    public static string NeighbouringKey(string text, Random random) => LongWords().Replace(text, match =>
    {
        var at = random.Next(match.Length);
        return Put(match.Value, at, 1, KeyBeside(match.Value[at], random).ToString());
    });

    public static string BySound(string text, Random random) => LongWords().Replace(text, match =>
    {
        var word = match.Value;
        for (var mistakes = 1 + random.Next(2); mistakes > 0; mistakes--)
        {
            word = Mishear(word, random);
        }

        return word;
    });

    public static string Glued(string text, Random random) => string.Concat(text.Where(character => character != ' ' || random.Next(2) == 0));

    private static string Mishear(string word, Random random)
    {
        var places = (from rule in ByEar
                      from at in Enumerable.Range(1, word.Length - 1) // Nobody mistakes the first letter.
                      where string.CompareOrdinal(word, at, rule.Right, 0, rule.Right.Length) == 0
                      select (At: at, rule.Right, rule.Wrong)).ToArray();
        if (places.Length == 0)
        {
            return word;
        }

        var (chosen, right, wrong) = places[random.Next(places.Length)];
        return Put(word, chosen, right.Length, wrong);
    }

    private static string Edit(string word, Random random)
    {
        var at = random.Next(word.Length);
        var letters = word.Any(letter => letter >= 'А') ? Russian : English;
        switch (random.Next(4))
        {
            case 0:
                return word.Insert(random.Next(word.Length + 1), letters[random.Next(letters.Length)].ToString());
            case 1:
                return word.Remove(at, 1);
            case 2:
                var others = letters.Where(letter => letter != char.ToLowerInvariant(word[at])).ToArray();
                return Put(word, at, 1, others[random.Next(others.Length)].ToString());
            default:
                var swaps = Enumerable.Range(0, word.Length - 1).Where(place => word[place] != word[place + 1]).ToArray();
                var swap = swaps.Length == 0 ? 0 : swaps[random.Next(swaps.Length)];
                return Put(word, swap, 2, $"{word[swap + 1]}{word[swap]}");
        }
    }

    private static char KeyBeside(char key, Random random)
    {
        var row = Array.Find(Rows, keys => keys.Contains(char.ToLowerInvariant(key), StringComparison.Ordinal));
        if (row is null)
        {
            return key;
        }

        var at = row.IndexOf(char.ToLowerInvariant(key), StringComparison.Ordinal);
        return row[at == 0 ? 1 : at == row.Length - 1 ? at - 1 : at + (random.Next(2) == 0 ? 1 : -1)];
    }

    private static string Put(string word, int at, int length, string text) => string.Concat(word.AsSpan(0, at), text, word.AsSpan(at + length));

    [GeneratedRegex(@"[^\W\d_]{5,}")]
    private static partial Regex LongWords();
}
