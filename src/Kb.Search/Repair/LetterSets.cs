using System.Numerics;

namespace Kb.Search.Repair;

/// <summary>Which letters a word and its stem have, folded by sound: a glance that spares most comparisons of whole words.</summary>
/// <param name="Word">A bit for each letter.</param>
/// <param name="Stem">The same for the letters that another form of the word would have, too.</param>
internal readonly record struct LetterSets(uint Word, uint Stem)
{
    /// <param name="word">Lower case.</param>
    /// <param name="stemLength">How many of its letters every form has.</param>
    public static LetterSets Of(ReadOnlySpan<char> word, int stemLength) => new(Set(word), Set(word[..stemLength]));

    /// <summary>Whether so many typos could make this word of the other: no more letters of either's stem are missing in the other word.</summary>
    public bool MayBe(LetterSets other, int edits) =>
        BitOperations.PopCount(other.Stem & ~Word) <= edits && BitOperations.PopCount(Stem & ~other.Word) <= edits;

    private static uint Set(ReadOnlySpan<char> word)
    {
        var set = 0U;
        foreach (var letter in word)
        {
            set |= Bits(SpellingKey.Fold(letter));
        }

        return set;
    }

    /// <summary>«Ц» may be written «тс», but a letter too many must not count for two.</summary>
    private static uint Bits(char folded) => folded switch
    {
        '\0' => 0,
        'ц' => Bits('т'),
        _ => 1U << (Letters.Code(folded) & 31),
    };
}
