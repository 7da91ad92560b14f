namespace Kb.Content.Lint.Wordings;

/// <summary>Whether two words are one slip of the finger apart: a letter wrong, missing, superfluous, or two neighbours swapped (Damerau, 1964). Pure.</summary>
internal static class OneSlip
{
    /// <summary>Also true for equal words.</summary>
    public static bool Apart(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var head = first.CommonPrefixLength(second);
        first = first[head..];
        second = second[head..];
        var tail = 0;
        while (tail < first.Length && tail < second.Length && first[^(tail + 1)] == second[^(tail + 1)])
        {
            tail++;
        }

        first = first[..^tail];
        second = second[..^tail];
        return (first.Length <= 1 && second.Length <= 1)
            || (first.Length == 2 && second.Length == 2 && first[0] == second[1] && first[1] == second[0]);
    }
}
