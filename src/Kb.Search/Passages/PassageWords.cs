using System.Collections.Immutable;
using Kb.Search.Index.Segments;
using Kb.Search.Ranking;

namespace Kb.Search.Passages;

/// <summary>A word of a document that stands for a word of the query.</summary>
/// <param name="Slot">Which word of the query.</param>
/// <param name="Worth">How much it says: the weight of that word, less where it is only like it.</param>
internal readonly record struct PassageWord(int Slot, float Worth);

/// <summary>The words of one document that matter to a query, and how much each field could show at most. Known from the forward index, before any text is read.</summary>
/// <param name="Words">By their written form, normalised.</param>
/// <param name="WorthOfField">Worth of the distinct words of the query in each field.</param>
internal sealed record PassageWords(Dictionary<string, PassageWord> Words, ImmutableArray<float> WorthOfField)
{
    /// <summary>Reads the words of a document.</summary>
    /// <param name="plan">The query.</param>
    /// <param name="likes">Number of a form to what it says.</param>
    /// <param name="segment">Where the document is.</param>
    /// <param name="document">Its number there.</param>
    /// <param name="fieldCount">Fields of a document.</param>
    public static PassageWords Of(QueryPlan plan, Dictionary<int, PassageWord> likes, Segment segment, int document, int fieldCount)
    {
        var words = new Dictionary<string, PassageWord>(StringComparer.Ordinal);
        var best = new float[fieldCount, plan.Slots.Length];
        var reader = segment.Forward.Read(document);
        while (reader.Next())
        {
            if (likes.TryGetValue(reader.Surface, out var word))
            {
                words[segment.Vocabulary.Surfaces[reader.Surface].ToString()] = word;
                ref var known = ref best[reader.Field, word.Slot];
                known = Math.Max(known, word.Worth);
            }
        }

        return new PassageWords(words, [.. Enumerable.Range(0, fieldCount).Select(field => Enumerable.Range(0, plan.Slots.Length).Sum(slot => best[field, slot]))]);
    }
}
