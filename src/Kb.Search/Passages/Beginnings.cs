using System.Buffers;
using Kb.Search.Index.Terms;

namespace Kb.Search.Passages;

/// <summary>The first letters of words, to run over a text at the speed of memory: a sentence without any of them needs no reading.</summary>
internal static class Beginnings
{
    private const int Letters = 3;

    /// <summary>The distinct beginnings, each «е» also as «ё»: terms have it folded, texts do not.</summary>
    public static SearchValues<string> Of(IEnumerable<int> surfaces, TermTable terms) => SearchValues.Create(
        [.. surfaces.Select(surface => terms[surface][..Math.Min(Letters, terms[surface].Length)].ToString()).Distinct(StringComparer.Ordinal).SelectMany(WithYo)],
        StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> WithYo(string beginning) => beginning.Aggregate(
        (IEnumerable<string>)[""],
        (spellings, letter) => spellings.SelectMany(spelling => letter == 'е' ? [spelling + 'е', spelling + 'ё'] : new[] { spelling + letter }));
}

/// <summary>What to look for in a text.</summary>
/// <param name="Words">The words that match.</param>
/// <param name="Beginnings">Their first letters; a word that is written with other characters (look-alikes, full width) is not among them.</param>
/// <param name="Most">Worth of all that the field has: a passage that has it is the best, and reading ends.</param>
internal sealed record WantedWords(Dictionary<string, PassageWord> Words, SearchValues<string> Beginnings, float Most);
