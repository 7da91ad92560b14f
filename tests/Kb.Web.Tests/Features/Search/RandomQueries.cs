namespace Kb.Web.Tests.Features.Search;

/// <summary>What people, cats and attackers type into a search box; the same in every run.</summary>
internal static class RandomQueries
{
    private static readonly string[] Pieces =
    [
        "сертификат", "возврат", "как", "не приходит код", "Аdmin", "ghbdtn", "вход", " ", "  ", "\t", "\n", "*", "?", "^", "~", "\"", "«", "»", "\\", "/", "(", ")", "[", "]", "{", "}",
        "NEAR/3", "AND", "OR NOT", "title:", "body:[* TO *]", "-", "+", "--", "'; DROP TABLE messages; --", "' OR '1'='1", "%", "_", "$$", "${7*7}", "{{student.name}}", "<script>alert(1)</script>",
        "&amp;", "\0", "\u0007", "\u200B", "\u202E", "\uFEFF", "\uFFFD", "\uFFFF", "e\u0301", "и\u0306", "е\u0308", "ё", "Ё", "😀", "👩\u200D👩\u200D👧", "\ud83d", "\udc00", "１２３", "№ 5", "v2.1",
        "a@b.ru", "https://example.ru/?q=1", "(a+)+$", "в", "z", "\u0301\u0301\u0301\u0301\u0301\u0301", "123456789012345678901234567890", "İ", "ß", "ﬁ", "中文", "שלום", "مرحبا", "\u001B[31m", "\r\n",
    ];

    public static IEnumerable<string> Make(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return random.Next(50) switch
            {
                0 => string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)] + " ", 5_000)),
                < 10 => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x0500))),
                _ => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)])),
            };
        }
    }
}
