namespace Kb.Bot.Tests.Handoff;

/// <summary>What happens to a message between the head and the keyboard.</summary>
internal static class Corruption
{
    private const string English = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private const string Russian = "йцукенгшщзхъфывапролджэячсмитьбю";

    private static readonly string[] Before = ["Здравствуйте! ", "добрый день, ", "пожалуйста ", "ну ", "а "];
    private static readonly string[] After = [" пожалуйста", ", пожалуйста!", " плиз", ", будьте добры", " срочно", ". Спасибо"];

    private static readonly string[][] Schemes =
    [
        // ГОСТ-like, and what phones make of it.
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".Split(' '),
        "a b v g d e j z i j k l m n o p r s t u f h c ch sh sch  y  e u ya".Split(' '),
    ];

    public static bool IsRussian(string text) => !text.Any(char.IsAsciiLetter);

    public static string Apply(string corruption, string text, Random random) => corruption switch
    {
        "РЕГИСТР" => string.Concat(text.Select(letter => random.Next(2) == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter))),
        "опечатка" => Typo(text, random),
        "раскладка" => string.Concat(text.ToLowerInvariant().Select(letter => Russian.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? English[at] : letter)),
        "translit" => Transliterate(text, Schemes[random.Next(Schemes.Length)]),
        "вежливость" => (random.Next(2) == 0 ? Before[random.Next(Before.Length)] : "") + text + (random.Next(2) == 0 ? After[random.Next(After.Length)] : ""),
        "знаки" => text.TrimEnd('!', '?', '.') + new string("!?.…)"[random.Next(5)], random.Next(1, 5)),
        _ => throw new ArgumentOutOfRangeException(nameof(corruption)),
    };

    /// <summary>One edit inside one random word of at least seven letters; the first letter stays.</summary>
    private static string Typo(string text, Random random)
    {
        var words = text.Split(' ');
        var candidates = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 7 && words[i].All(char.IsLetter)).ToList();
        if (candidates.Count == 0)
        {
            return text;
        }

        var chosen = candidates[random.Next(candidates.Count)];
        var word = words[chosen];
        var at = random.Next(1, word.Length - 1);
        var letter = Russian[random.Next(Russian.Length)];
        words[chosen] = random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, letter.ToString()),
            2 => word.Remove(at, 1).Insert(at, letter.ToString()),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return string.Join(' ', words);
    }

    private static string Transliterate(string text, string[] scheme)
    {
        const string Alphabet = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
        return string.Concat(text.ToLowerInvariant().Replace('ё', 'е')
            .Select(letter => Alphabet.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? scheme[at] : letter.ToString()));
    }
}
