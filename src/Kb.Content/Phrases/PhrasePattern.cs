using System.Collections.Immutable;

namespace Kb.Content.Phrases;

/// <summary>
/// A pattern of wordings and its expansion: <c>(как|где) [мне] (скачать|получить) сертификат</c> gives eight phrases.
/// <c>(a|b)</c> is a choice, <c>[a]</c> may be left out, both nest.
/// </summary>
public static class PhrasePattern
{
    /// <summary>Most phrases that one pattern may give: a slip of the pen must not fill the memory.</summary>
    public const int MaxExpansions = 500;

    private const int MaxDepth = 8;

    /// <summary>All phrases of a pattern, in the order in which its alternatives are written, without repetitions.</summary>
    /// <exception cref="FormatException">A bracket is missing, nesting is too deep, or there are too many phrases. The message is in Russian.</exception>
    public static ImmutableArray<string> Expand(string pattern)
    {
        var position = 0;
        var phrases = Alternatives(pattern, ref position, closing: '\0', depth: 0);
        return [.. phrases.Select(Squeeze).Where(phrase => phrase.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Alternatives(string pattern, ref int position, char closing, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"Скобки вложены глубже {MaxDepth} уровней.");
        }

        var all = new List<string>();
        List<string> current = [""];
        var literalStart = position;
        while (true)
        {
            var symbol = position < pattern.Length ? pattern[position] : '\0';
            if (symbol is not ('\0' or '|' or ')' or ']' or '(' or '['))
            {
                position++;
                continue;
            }

            current = Append(current, [pattern[literalStart..position]]);
            if (symbol is '(' or '[')
            {
                position++;
                var inner = Alternatives(pattern, ref position, symbol == '(' ? ')' : ']', depth + 1);
                current = Append(current, symbol == '[' ? [.. inner, ""] : inner);
            }
            else if (symbol == closing)
            {
                position++;
                return Join(all, current);
            }
            else if (symbol == '|')
            {
                position++;
                all = Join(all, current);
                current = [""];
            }
            else
            {
                throw new FormatException(symbol == '\0' ? $"Не хватает скобки «{closing}»." : $"Лишняя скобка «{symbol}».");
            }

            literalStart = position;
        }
    }

    private static List<string> Append(List<string> heads, List<string> tails) =>
        heads.Count * tails.Count <= MaxExpansions
            ? [.. heads.SelectMany(head => tails, (head, tail) => head + tail)]
            : throw TooMany();

    private static List<string> Join(List<string> first, List<string> second) =>
        first.Count + second.Count <= MaxExpansions ? [.. first, .. second] : throw TooMany();

    private static FormatException TooMany() => new($"Шаблон даёт больше {MaxExpansions} фраз: разбейте его на несколько.");

    private static string Squeeze(string phrase) =>
        string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
