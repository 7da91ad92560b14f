using System.Collections.Immutable;

namespace Kb.Search.Index;

/// <summary>
/// The parts of BM25F: frequencies of the fields are normalised by their own lengths and weighted, summed, and only then saturated.
/// Source: Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.6.
/// </summary>
internal static class Bm25
{
    /// <summary>ln(1 + (N − n + 0.5) / (n + 0.5)): positive even for a term found in every document.</summary>
    /// <param name="documentCount">N: documents in the index.</param>
    /// <param name="documentFrequency">n: documents that contain the term; 0 ≤ n ≤ N, a fraction where likenesses are counted.</param>
    public static double Idf(int documentCount, double documentFrequency) =>
        Math.Log(1 + ((documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>For each field, what one occurrence in it is worth: weight / (1 − b + b · length / mean length).</summary>
    /// <param name="fields">Weights and b.</param>
    /// <param name="lengths">Lengths of one document's fields.</param>
    /// <param name="means">Usual lengths.</param>
    /// <param name="worth">Filled here.</param>
    public static void OccurrenceWorth(ImmutableArray<FieldOptions> fields, ReadOnlySpan<int> lengths, FieldMeans means, Span<float> worth)
    {
        for (var i = 0; i < worth.Length; i++)
        {
            var field = fields[i];
            worth[i] = (float)(field.Weight / (1 - field.LengthNorm + (field.LengthNorm * lengths[i] / means.Words[i])));
        }
    }

    /// <summary>f · (k1 + 1) / (k1 + f): between 0 and k1 + 1, 1 where f = 1.</summary>
    /// <param name="frequency">f: the weighted frequency over all fields.</param>
    /// <param name="saturation">k1.</param>
    public static double Saturate(double frequency, double saturation) =>
        frequency * (saturation + 1) / (saturation + frequency);
}
