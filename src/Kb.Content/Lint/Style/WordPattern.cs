using System.Collections.Immutable;

namespace Kb.Content.Lint.Style;

/// <summary>
/// A run of words: <c>был*|будет отправлен*</c> is a word that begins with «был» or is «будет», then one that begins with «отправлен».
/// <c>*</c> stands at either end of a word for any letters. Immutable.
/// </summary>
internal sealed class WordPattern
{
    private readonly ImmutableArray<ImmutableArray<string>> _words;

    /// <summary>Letters that the first word may begin with; null for any. Most words are ruled out by it.</summary>
    private readonly string? _firstLetters;

    private WordPattern(ImmutableArray<ImmutableArray<string>> words)
    {
        _words = words;
        var starts = words.Take(1).SelectMany(word => word).Select(word => word[0]).ToArray();
        _firstLetters = starts.Contains('*') ? null : new string(starts);
    }

    /// <summary>Number of words.</summary>
    public int Length => _words.Length;

    /// <summary>Any text is accepted; «ё» is read as «е».</summary>
    public static WordPattern Parse(string text) => new(
    [
        .. text.ToLowerInvariant().Replace('ё', 'е').Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('|', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray()),
    ]);

    /// <summary>Whether the words from <paramref name="start"/> on match.</summary>
    public bool Matches(IReadOnlyList<ProseWord> run, int start)
    {
        if (_words.Length == 0 || _firstLetters?.Contains(run[start].Text[0]) == false || start + _words.Length > run.Count)
        {
            return false;
        }

        for (var index = 0; index < _words.Length; index++)
        {
            if (!MatchesAny(_words[index], run[start + index].Text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MatchesAny(ImmutableArray<string> alternatives, string word)
    {
        foreach (var alternative in alternatives)
        {
            if (Matches(alternative, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> word) => (pattern.StartsWith("*"), pattern.EndsWith("*")) switch
    {
        (false, false) => word.SequenceEqual(pattern),
        (false, true) => word.StartsWith(pattern[..^1], StringComparison.Ordinal),
        (true, false) => word.EndsWith(pattern[1..], StringComparison.Ordinal),
        _ => word.Contains(pattern.Trim('*'), StringComparison.Ordinal),
    };
}
