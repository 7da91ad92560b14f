using System.Text;

namespace Kb.Bench.Strings;

/// <summary>What people, cats and attackers put into a search box. The same seed gives the same strings.</summary>
public static class AnyStrings
{
    /// <summary>Longest string in characters: percent-encoded it still fits into an address.</summary>
    public const int MaxLength = 1_500;

    private static readonly string[] Words =
    [
        "сертификат", "возврат", "как", "не приходит код", "в", "Аdmin", "ghbdtn", "vernut dengi", "питон", "v2.1", "404", "a@b.ru", "https://example.ru/?q=1", " ", "\t", "\n",
    ];

    private static readonly string[] Attacks =
    [
        "'; DROP TABLE messages; --", "' OR '1'='1", "%", "_", "*", "?", "^3", "~2", "\"", "«", "»", "\\", "NEAR/3", "AND", "OR NOT", "title:", "body:[* TO *]", "(a+)+$", "${7*7}",
        "{{student.name}}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&amp;", "../../etc/passwd", "\r\nSet-Cookie: a=b",
    ];

    private static readonly string[] Scripts =
    [
        "שלום עולם", "مرحبا", "\u202Eтаргоб\u202C", "\u200Fрлм", "中文", "İ", "ß", "ﬁ", "１２３", "e\u0301", "и\u0306", "😀", "👩\u200D👩\u200D👧", "🇷🇺", "\u200B", "\uFEFF", "\0", "\u0007", "\u001B[31m",
    ];

    /// <summary>Strings of every sort: words, attacks, scripts, a mixture of them, characters at random, one piece over and over.</summary>
    public static IEnumerable<string> Make(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return Cut((i % 6) switch
            {
                0 => Pieces(random, Words),
                1 => Pieces(random, Attacks),
                2 => Pieces(random, Scripts),
                3 => Pieces(random, Words, Attacks, Scripts),
                4 => Characters(random),
                _ => string.Concat(Enumerable.Repeat(Pieces(random, Words, Scripts) + " ", random.Next(1, 400))),
            });
        }
    }

    private static string Pieces(Random random, params string[][] kinds) => string.Concat(
        Enumerable.Range(0, random.Next(12)).Select(_ => kinds[random.Next(kinds.Length)]).Select(pieces => pieces[random.Next(pieces.Length)]));

    /// <summary>UTF-16 units at random, halves of characters among them.</summary>
    private static string Characters(Random random)
    {
        var units = new StringBuilder();
        for (var left = random.Next(1, 60); left > 0; left--)
        {
            units.Append((char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x0500));
        }

        return units.ToString();
    }

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength];
}
