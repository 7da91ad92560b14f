using System.Collections.Frozen;

namespace Kb.Search.Analysis;

/// <summary>The file of stop words: one word a line, <c>#</c> begins a note.</summary>
public static class StopWordList
{
    /// <summary>The words as a <see cref="StopWordFilter"/> wants them: lower case, «ё» written as «е».</summary>
    public static FrozenSet<string> Parse(string text) =>
        text.Split('\n')
            .Select(line => line.Split('#')[0].Trim().ToLowerInvariant().Replace('ё', 'е'))
            .Where(word => word.Length > 0)
            .ToFrozenSet(StringComparer.Ordinal);
}
