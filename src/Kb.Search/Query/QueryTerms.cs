using System.Collections.Immutable;
using Kb.Search.Index;

namespace Kb.Search.Query;

/// <summary>A word of the query that some document has, in one view of the index.</summary>
/// <param name="View">The view whose postings hold it.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Text">The term.</param>
/// <param name="Word">The word as it stands in the query.</param>
/// <param name="Weight">idf · times asked · weight of the view: what an impact of 1 adds to a score.</param>
internal readonly record struct QueryTerm(ViewIndex View, int Number, string Text, string Word, float Weight);

/// <summary>Reads a query the way the index read its documents. Nothing in it is an operator: quotes, stars and «AND» are just text.</summary>
internal static class QueryTerms
{
    /// <summary>The terms that can match, grouped by view; empty when no document has any word of the query.</summary>
    public static ImmutableArray<QueryTerm> Read(IndexSnapshot snapshot, string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, SearchQuery.MaxTextLength));
        var terms = ImmutableArray.CreateBuilder<QueryTerm>();
        foreach (var view in snapshot.Views)
        {
            var places = new Dictionary<int, int>();
            foreach (var token in view.View.Analyzer.Analyze(read))
            {
                if (!view.Postings.TryFind(token.Term, out var number))
                {
                    continue;
                }

                var frequency = view.Postings.Documents(number).Length;
                var weight = (float)(view.View.Weight * Bm25.Idf(snapshot.Documents.Length, frequency));
                if (places.TryAdd(number, terms.Count))
                {
                    terms.Add(new QueryTerm(view, number, token.Term, read[token.Start..token.End].ToString(), weight));
                }
                else
                {
                    terms[places[number]] = terms[places[number]] with { Weight = terms[places[number]].Weight + weight };
                }
            }
        }

        return terms.DrainToImmutable();
    }
}
