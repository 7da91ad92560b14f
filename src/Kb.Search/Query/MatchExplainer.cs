using System.Collections.Immutable;
using Kb.Search.Index;

namespace Kb.Search.Query;

/// <summary>Says where the score of a hit came from. The parts sum up to the score, give or take rounding.</summary>
internal static class MatchExplainer
{
    /// <summary>One line for every field and word, the strongest first.</summary>
    public static ImmutableArray<FieldMatch> Explain(IndexOptions options, ImmutableArray<QueryTerm> terms, int document)
    {
        var parts = new Dictionary<(string Field, string Word), double>();
        Span<double> byField = stackalloc double[options.Fields.Length];
        foreach (var term in terms)
        {
            var occurrences = term.View.Postings.Occurrences(term.Number, document, out var impact);
            var sum = WorthByField(options, term, document, occurrences, byField);
            for (var field = 0; field < byField.Length && sum > 0; field++)
            {
                if (byField[field] > 0)
                {
                    var key = (options.Fields[field].Name, term.Word);
                    parts[key] = parts.GetValueOrDefault(key) + (impact * term.Weight * byField[field] / sum);
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

    /// <summary>Saturation is applied to the sum of the fields, so a field's share is its part of that sum.</summary>
    private static double WorthByField(
        IndexOptions options, QueryTerm term, int document, ReadOnlySpan<Occurrence> occurrences, Span<double> byField)
    {
        byField.Clear();
        var sum = 0.0;
        foreach (var occurrence in occurrences)
        {
            var worth = term.View.Lengths.OccurrenceWorth(options.Fields[occurrence.Field], document, occurrence.Field);
            byField[occurrence.Field] += worth;
            sum += worth;
        }

        return sum;
    }
}
