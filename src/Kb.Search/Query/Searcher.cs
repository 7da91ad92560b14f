using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Ranking;

namespace Kb.Search.Query;

/// <summary>One search on one state of the index: read the query, find candidates by stems, rank those by all that is known, explain the best.</summary>
internal sealed class Searcher(IndexState index, SearchQuery query)
{
    private readonly MatchCounter? _matches = query.CountTotal || !query.Facets.IsEmpty ? new MatchCounter(query.Facets) : null;

    public SearchResult Run()
    {
        var words = QueryWords.Read(index.Options, query.Text);
        var stems = CoarseWorth.Of(index, words);
        if (stems.IsEmpty)
        {
            return new SearchResult(query.Text, Repaired: null, [], Total: 0);
        }

        var top = Math.Clamp(query.Top, 1, SearchQuery.MaxTop);
        var candidates = FindCandidates(stems, Math.Max(top, index.Options.Candidates));
        var ranker = new CandidateRanker(index, words);
        var best = Rank(ranker, candidates, top);
        var hits = ToHits(ranker, stems, best);
        return new SearchResult(query.Text, Repaired: null, hits, _matches?.Total ?? hits.Length)
        {
            Facets = _matches?.Facets ?? ImmutableDictionary<string, ImmutableDictionary<string, int>>.Empty,
        };
    }

    private Candidate[] FindCandidates(ImmutableArray<CoarseWorth> stems, int count)
    {
        var best = new BestCandidates(Math.Min(count, index.Count));
        for (var segment = 0; segment < index.Segments.Length; segment++)
        {
            CandidatePass.Run(index, segment, stems, new DocumentFilter(index.Segments[segment], query), best, _matches);
        }

        return best.Drain();
    }

    private ScoredDocument[] Rank(CandidateRanker ranker, Candidate[] candidates, int top)
    {
        var best = new BestScored(candidates.Length);
        for (var i = 0; i < candidates.Length; i++)
        {
            var (segment, document) = (candidates[i].Segment, candidates[i].Document);
            if (i == 0 || segment != candidates[i - 1].Segment)
            {
                ranker.Open(index.Segments[segment].Segment);
            }

            best.Add(ranker.Score(document));
        }

        ranker.Close();
        return best.Take(top, candidates, index);
    }

    private ImmutableArray<SearchHit> ToHits(CandidateRanker ranker, ImmutableArray<CoarseWorth> stems, ScoredDocument[] best)
    {
        var passages = query.Explain ? new PassageFinder(index, stems) : null;
        var hits = new SearchHit[best.Length];
        foreach (var (segment, places) in Enumerable.Range(0, best.Length).GroupBy(i => best[i].Segment).Select(group => (group.Key, group)))
        {
            if (query.Explain)
            {
                ranker.Open(index.Segments[segment].Segment);
            }

            foreach (var i in places)
            {
                var document = index.Segments[segment].Segment.Documents[best[i].Document];
                hits[i] = new SearchHit(
                    document.Id,
                    document.Title,
                    best[i].Score,
                    document.Attributes,
                    passages?.Find(document) ?? Snippet.None,
                    query.Explain ? ranker.Explain(best[i].Document) : []);
            }
        }

        ranker.Close();
        return [.. hits];
    }
}
