namespace Kb.Content.Rendering;

/// <summary>
/// Refuses Markdown that nests absurdly deep before the parser sees it: a recursive parser would overflow the stack, which .NET
/// cannot catch. Counts, per line, the quote and list markers at its start and, over the text, the brackets that are open at once.
/// </summary>
internal static class NestingLimit
{
    private const int MaxQuotes = 32;
    private const int MaxMarkers = 32;
    private const int MaxBrackets = 64;
    private const int MaxIndent = 4 * MaxMarkers;

    public static bool IsExceeded(string markdown)
    {
        var brackets = 0;
        var markers = 0;
        var quotes = 0;
        var indent = 0;
        var atStart = true;
        foreach (var symbol in markdown)
        {
            switch (symbol)
            {
                case '\n':
                    (quotes, markers, indent, atStart) = (0, 0, 0, true);
                    break;
                case '>' when atStart:
                    quotes++;
                    break;
                case '-' or '*' or '+' when atStart:
                    markers++;
                    break;
                case ' ' or '\t' when atStart:
                    indent++;
                    break;
                case '[':
                    (brackets, atStart) = (brackets + 1, false);
                    break;
                case ']':
                    (brackets, atStart) = (Math.Max(0, brackets - 1), false);
                    break;
                default:
                    atStart = false;
                    break;
            }

            // A ruler («------») is not nesting: only markers parted by spaces open a block.
            if (brackets > MaxBrackets || quotes > MaxQuotes || indent > MaxIndent || (markers > MaxMarkers && indent > MaxMarkers / 2))
            {
                return true;
            }
        }

        return false;
    }
}
