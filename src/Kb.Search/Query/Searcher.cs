using System.Collections.Immutable;
using Kb.Search.Index;

namespace Kb.Search.Query;

/// <summary>One search on one snapshot: read the query, score term by term, keep the best that may be seen, explain those.</summary>
internal sealed class Searcher(IndexSnapshot snapshot, SearchQuery query)
{
    public SearchResult Run()
    {
        var terms = QueryTerms.Read(snapshot, query.Text);
        if (!terms.Any(term => term.View.View.Finds))
        {
            return new SearchResult(query.Text, Repaired: null, [], Total: 0);
        }

        var best = Rank(terms, out var total);
        return new SearchResult(query.Text, Repaired: null, [.. best.Select(hit => ToHit(terms, hit.Document, hit.Score))], total);
    }

    private (int Document, float Score)[] Rank(ImmutableArray<QueryTerm> terms, out int total)
    {
        using var scores = new Scores(snapshot.Documents.Length);
        foreach (var term in terms)
        {
            var postings = term.View.Postings;
            if (term.View.View.Finds)
            {
                scores.Add(postings.Documents(term.Number), postings.Impacts(term.Number), term.Weight);
            }
            else
            {
                scores.AddToFound(postings.Documents(term.Number), postings.Impacts(term.Number), term.Weight);
            }
        }

        var filter = new DocumentFilter(snapshot, query);
        var top = new TopDocuments(Math.Clamp(query.Top, 1, SearchQuery.MaxTop));
        total = 0;
        for (var document = scores.Next(0); document >= 0; document = scores.Next(document + 1))
        {
            if (filter.Admits(document))
            {
                total++;
                top.Offer(document, scores[document]);
            }
        }

        return top.Drain();
    }

    private SearchHit ToHit(ImmutableArray<QueryTerm> terms, int number, float score)
    {
        var document = snapshot.Documents[number];
        return new SearchHit(
            document.Id,
            document.Title,
            score,
            document.Attributes,
            query.Explain ? Passage(terms, document) : Snippet.None,
            query.Explain ? MatchExplainer.Explain(snapshot.Options, terms, number) : []);
    }

    private Snippet Passage(ImmutableArray<QueryTerm> terms, SearchDocument document)
    {
        // Stems decide what is marked: they find all that the other views find.
        var view = snapshot.Views[0];
        var worth = terms.Where(term => term.View == view).ToDictionary(term => term.Text, term => (double)term.Weight, StringComparer.Ordinal);
        return snapshot.Options.Fields
            .Where(field => field.Snippets)
            .SelectMany(field => document.Fields.Where(text => text.Field == field.Name && !string.IsNullOrWhiteSpace(text.Text)))
            .Select(text => SnippetBuilder.Build(text.Text, view.View.Analyzer, worth, snapshot.Options.SnippetLength))
            .DefaultIfEmpty((Passage: Snippet.None, Worth: 0))
            .Aggregate((best, next) => next.Worth > best.Worth ? next : best)
            .Passage;
    }
}
