using System.Text;

namespace Kb.Search.Tests.Analysis;

/// <summary>Texts that nobody means and somebody sends, the same for every run.</summary>
public static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "сертификат", "Ёлка", "и\u0306", "е\u0308", "за\u0301мок", "онлайн-курс", "O’Reilly", "a@b.ru", "v2.1", "№5", "24/7", "ＡＢ１２",
        "\ud83d", "\ude00", "😀", "👩‍💻", "\0", "\u00AD", "\u200B", "\u202E", "\uFEFF", "\u0301", "\uFFFF", "\r\n", "\t", " ", " ", " ", "-", "--", ".", "@", "_", "'",
        "\"", "*", "?", "AND", "OR", "NOT", "NEAR/3", "(", ")", "[a-z]+", "^", "~2", "\\", "%", "'; DROP TABLE", "<script>", "{{x}}", "中文", "हिन्दी", "ﷺ", "İ", "ß", "𝒳",
    ];

    /// <summary>Strings glued of such pieces and of random UTF-16 units.</summary>
    public static IEnumerable<string> Random(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var pieces = random.Next(0, 30); pieces > 0; pieces--)
            {
                text.Append(random.Next(5) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : Pieces[random.Next(Pieces.Length)]);
            }

            yield return text.ToString();
        }
    }
}
