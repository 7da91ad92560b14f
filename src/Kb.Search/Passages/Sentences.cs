namespace Kb.Search.Passages;

/// <summary>Where the sentences of a text end: at a line break, and at «.», «!», «?» or «…» before white space that no lower-case letter follows («т. е.», «руб. за месяц»).</summary>
internal static class Sentences
{
    /// <summary>The end of the sentence that begins at <paramref name="start"/>, exclusive, with its signs and without the white space behind them.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(".!?…\n");
            if (next < 0)
            {
                break;
            }

            at += next;
            if (text[at] == '\n')
            {
                return at;
            }

            if (EndsHere(text, at + 1))
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    /// <summary>The first character from here on that is no white space; the length if there is none.</summary>
    public static int StartFrom(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsControl(text[at])))
        {
            at++;
        }

        return at;
    }

    private static bool EndsHere(ReadOnlySpan<char> text, int after) =>
        after == text.Length
        || (char.IsWhiteSpace(text[after]) && StartFrom(text, after) is var next && (next == text.Length || !char.IsLower(text[next])));
}
