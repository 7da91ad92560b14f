namespace Kb.Content.Lint.Style;

/// <summary>A word in lower case with «ё» as «е», and where it begins.</summary>
internal readonly record struct ProseWord(string Text, int Offset);

/// <summary>
/// The words that an author says in his own voice, in runs that no punctuation breaks. What stands in «ёлочки» (a button, a title,
/// somebody's message) and in code is not his voice, nor is the name of a variable. Pure.
/// </summary>
internal static class Prose
{
    public static IEnumerable<IReadOnlyList<ProseWord>> Runs(string markdown)
    {
        var run = new List<ProseWord>();
        var quotes = 0;
        var inCode = false;
        for (var index = 0; index < markdown.Length; index++)
        {
            var symbol = markdown[index];
            if (char.IsLetter(symbol))
            {
                var end = index;
                while (end < markdown.Length && (char.IsLetter(markdown[end]) || markdown[end] == '-'))
                {
                    end++;
                }

                if (quotes == 0 && !inCode)
                {
                    run.Add(new ProseWord(markdown[index..end].ToLowerInvariant().Replace('ё', 'е'), index));
                }

                index = end - 1;
                continue;
            }

            quotes = Math.Max(0, quotes + (symbol == '«' ? 1 : symbol == '»' ? -1 : 0));
            inCode ^= symbol == '`';
            if (Breaks(markdown, index) && run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        yield return run;
    }

    /// <summary>Spaces and a single line end join words; an empty line and everything else parts them. A paragraph also ends what was left open.</summary>
    private static bool Breaks(string markdown, int index) =>
        !char.IsWhiteSpace(markdown[index]) || (markdown[index] == '\n' && index + 1 < markdown.Length && markdown[index + 1] == '\n');
}
