using System.Collections.Frozen;

namespace Kb.Search.Analysis;

/// <summary>Drops words that carry no meaning for search.</summary>
/// <param name="stopWords">Surface forms as they stand in the chain at this step: usually lower case with «ё» folded.</param>
public sealed class StopWordFilter(FrozenSet<string> stopWords) : ITokenFilter
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _stopWords =
        stopWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public bool Keep(TermBuffer word) => !_stopWords.Contains(word.Term);
}
