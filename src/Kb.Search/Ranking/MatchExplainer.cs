using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>Says where the score of a hit came from. The parts sum up to the score, give or take rounding.</summary>
internal static class MatchExplainer
{
    /// <summary>One line for every field and word, the strongest first.</summary>
    /// <param name="options">Fields and saturation.</param>
    /// <param name="terms">The terms of the query.</param>
    /// <param name="byField">Term and field to weighted frequency.</param>
    public static ImmutableArray<FieldMatch> Explain(IndexOptions options, ImmutableArray<RankedTerm> terms, double[,] byField)
    {
        var parts = new Dictionary<(string Field, string Word), double>();
        for (var term = 0; term < terms.Length; term++)
        {
            var sum = 0.0;
            for (var field = 0; field < options.Fields.Length; field++)
            {
                sum += byField[term, field];
            }

            // Saturation is applied to the sum of the fields, so a field's share is its part of that sum.
            var worth = sum > 0 ? terms[term].Weight * Bm25.Saturate(sum, options.Saturation) / sum : 0;
            for (var field = 0; field < options.Fields.Length; field++)
            {
                if (byField[term, field] > 0)
                {
                    var key = (options.Fields[field].Name, terms[term].Word);
                    parts[key] = parts.GetValueOrDefault(key) + (worth * byField[term, field]);
                }
            }
        }

        return
        [
            .. parts
                .Select(part => new FieldMatch(part.Key.Field, part.Key.Word, part.Value))
                .OrderByDescending(match => match.Score)
                .ThenBy(match => match.Field, StringComparer.Ordinal)
                .ThenBy(match => match.Term, StringComparer.Ordinal),
        ];
    }
}
