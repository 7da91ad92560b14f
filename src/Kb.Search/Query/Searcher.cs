using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Ranking;

namespace Kb.Search.Query;

/// <summary>One search on one state of the index: read the query, find candidates by stems, rank those by all that is known, explain the best.</summary>
internal sealed class Searcher(IndexState index, SearchQuery query)
{
    private MatchCounter? _matches;

    public SearchResult Run()
    {
        var plan = QueryPlan.Of(index, QueryWords.Read(index.Options, query.Text));
        var top = Math.Clamp(query.Top, 1, SearchQuery.MaxTop);
        var candidates = FindCandidates(plan, Math.Min(Math.Max(top, index.Options.Candidates), index.Count), out var stems);
        if (candidates.Length == 0)
        {
            return new SearchResult(query.Text, Repaired: null, [], Total: 0);
        }

        var ranker = new CandidateRanker(index, plan);
        var hits = ToHits(ranker, stems, Rank(ranker, candidates, top));
        return new SearchResult(query.Text, Repaired: null, hits, _matches?.Total ?? hits.Length)
        {
            Facets = _matches?.Facets ?? ImmutableDictionary<string, ImmutableDictionary<string, int>>.Empty,
        };
    }

    /// <summary>By the stems of the query; where these find fewer than there is room for, by the stems of related words too.</summary>
    private Candidate[] FindCandidates(QueryPlan plan, int count, out ImmutableArray<CoarseWorth> stems)
    {
        var asked = FindingStems.Asked(index, plan);
        stems = CoarseWorth.Of(asked);
        var found = FindCandidates(stems, count);
        if (found.Length == count)
        {
            return found;
        }

        var all = CoarseWorth.Of(asked.Concat(FindingStems.Related(index, plan)).DistinctBy(stem => stem.Stem, StringComparer.Ordinal));
        if (all.Length == stems.Length)
        {
            return found;
        }

        stems = all;
        return FindCandidates(stems, count);
    }

    private Candidate[] FindCandidates(ImmutableArray<CoarseWorth> stems, int count)
    {
        _matches = query.CountTotal || !query.Facets.IsEmpty ? new MatchCounter(query.Facets) : null;
        if (stems.IsEmpty)
        {
            return [];
        }

        var best = new BestCandidates(count);
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
                ranker.Open(segment);
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
                ranker.Open(segment);
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
                    query.Explain ? ranker.Explain(best[i].Document) : Explanation.None);
            }
        }

        ranker.Close();
        return [.. hits];
    }
}
