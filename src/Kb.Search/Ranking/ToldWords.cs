using Kb.Search.Index.Terms;

namespace Kb.Search.Ranking;

/// <summary>
/// Which words that stand for one of the query are told of: named as a reason, marked in a passage. A faint likeness may rightly add to a score, but whoever
/// reads «„серая“» as a reason for «сертификат» believes no other reason either.
/// </summary>
internal static class ToldWords
{
    /// <summary>A word that is less like one of the query is not told of.</summary>
    private static readonly int LeastLikeness = LikeWord.Parts(0.3);

    /// <summary>A shorter word of another stem has little more in common than its first letters: «день» and «деньги».</summary>
    private const int ShortestRelated = 5;

    /// <summary>Whether a word of a document is told of.</summary>
    /// <param name="slot">The word of the query.</param>
    /// <param name="likeness">What one occurrence counts.</param>
    /// <param name="surface">The word of the document.</param>
    /// <param name="stem">Its stem.</param>
    public static bool IsTold(QuerySlot slot, int likeness, ReadOnlySpan<char> surface, ReadOnlySpan<char> stem)
    {
        if (likeness < LeastLikeness)
        {
            return false;
        }

        if (likeness == LikeWord.Same || stem.SequenceEqual(slot.Stem) || (slot.IsUnfinished && surface.StartsWith(slot.Surface)))
        {
            return true;
        }

        foreach (var variant in slot.Variants)
        {
            if (stem.SequenceEqual(variant.Stem))
            {
                return true;
            }
        }

        return surface.Length >= ShortestRelated && surface.CommonPrefixLength(slot.Surface) >= BeginningTable.Letters;
    }
}
