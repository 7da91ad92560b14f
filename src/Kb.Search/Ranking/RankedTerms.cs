using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Index.Terms;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>How a term of the query is compared with the words of a document.</summary>
internal enum View
{
    /// <summary>Equal stems.</summary>
    Stem,

    /// <summary>Written alike.</summary>
    Surface,

    /// <summary>A run of letters in common.</summary>
    Gram,
}

/// <summary>A term of the query in one view.</summary>
/// <param name="View">How it is compared.</param>
/// <param name="Text">What is compared.</param>
/// <param name="Word">The word as it stands in the query.</param>
/// <param name="Weight">idf · times asked · weight of the view: what a saturated frequency of 1 adds to a score.</param>
internal readonly record struct RankedTerm(View View, string Text, string Word, float Weight);

/// <summary>The terms of a query that some document has.</summary>
internal static class RankedTerms
{
    /// <summary>Every distinct term of every view. A word that nobody searches for gives none.</summary>
    public static ImmutableArray<RankedTerm> Of(IndexState index, ImmutableArray<QueryWord> words)
    {
        var terms = new Dictionary<(View, string), RankedTerm>();
        Span<char> frame = stackalloc char[WordGrams.FrameLength];
        foreach (var word in words.Where(word => word.Stem.Length > 0))
        {
            Add(View.Stem, word.Stem, word.Written, 1, index.StemFrequency(word.Stem));
            Add(View.Surface, word.Surface, word.Written, index.Options.SurfaceWeight, index.SurfaceFrequency(word.Surface));
            var grams = new WordGrams(word.Surface, frame);
            while (grams.MoveNext())
            {
                if (!grams.IsBeginning)
                {
                    Add(View.Gram, grams.Current.ToString(), word.Written, index.Options.GramWeight, index.GramFrequency(grams.Current));
                }
            }
        }

        return [.. terms.Values];

        void Add(View view, string text, string written, double viewWeight, int frequency)
        {
            if (frequency > 0 && viewWeight > 0)
            {
                var weight = (float)(viewWeight * Bm25.Idf(index.Count, frequency));
                terms[(view, text)] = terms.TryGetValue((view, text), out var known)
                    ? known with { Weight = known.Weight + weight }
                    : new RankedTerm(view, text, written, weight);
            }
        }
    }
}
