using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Passages;
using Kb.Search.Ranking;

namespace Kb.Search.Query;

/// <summary>One search on one state of the index: read the query, find candidates by stems, rank those by all that is known, explain the best.</summary>
internal sealed class Searcher(IndexState index, SearchQuery query)
{
    /// <summary>Documents to look for quoted phrases in: stems alone do not tell which has one.</summary>
    private const int PhraseCandidates = 1_000;

    private MatchCounter? _matches;

    public SearchResult Run()
    {
        var meant = VisibleRepair.Of(index, query);
        var isStillTyped = query.IsStillTyped && char.IsLetter(query.Text.LastOrDefault());
        var plan = QueryPlan.Of(index, QueryWords.Read(index.Options, meant), isStillTyped);
        var top = Math.Clamp(query.Top, 1, SearchQuery.MaxTop);
        var priors = new PriorPoints(index, query.Priors);
        var phrases = new PhraseBonus(index, plan, QuotedPhrase.Of(index.Options.Words, query.Text), priors.Most);
        var wanted = phrases.IsEmpty ? index.Options.Candidates : Math.Max(index.Options.Candidates, PhraseCandidates);
        var candidates = FindCandidates(plan, Math.Min(Math.Max(top, wanted), index.Count));
        if (candidates.Length == 0)
        {
            return new SearchResult(query.Text, Repaired: null, [], Total: 0); // Nobody is told of a repair that did not help.
        }

        var ranker = new CandidateRanker(index, plan);
        var hits = ToHits(ranker, phrases, priors, new PassageFinder(index, plan), Rank(ranker, phrases, priors, candidates, top));
        return new SearchResult(query.Text, meant.Changes.IsEmpty || hits.IsEmpty ? null : meant.Text, hits, _matches?.Total ?? hits.Length)
        {
            Changes = hits.IsEmpty ? [] : meant.Changes,
            Facets = _matches?.Facets ?? ImmutableDictionary<string, ImmutableDictionary<string, int>>.Empty,
        };
    }

    /// <summary>
    /// By the stems of the query; where these find fewer than there is room for, by the stems of related words too. What most documents have finds none
    /// where a rarer word does: «не могу» is no wish to see everything with «не».
    /// </summary>
    private Candidate[] FindCandidates(QueryPlan plan, int count)
    {
        var asked = FindingStems.Asked(index, plan);
        var stems = CoarseWorth.Of(asked, IsCommon);
        var found = FindCandidates(stems, count);
        if (found.Length == count)
        {
            return found;
        }

        var all = CoarseWorth.Of(asked.Concat(FindingStems.Related(index, plan)).DistinctBy(stem => stem.Stem, StringComparer.Ordinal), IsCommon);
        found = all.Length == stems.Length ? found : FindCandidates(all, count);
        // The rarer words may stand only where the caller may not look: then the common ones are all there is.
        return found.Length > 0 || all.All(stem => stem.Finds) ? found : FindCandidates([.. all.Select(stem => stem with { Finds = true })], count);
    }

    private bool IsCommon(string stem) => index.Count >= IndexOptions.ManyDocuments && index.StemFrequency(stem) > index.Options.CommonShare * index.Count;

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
            CandidatePass.Run(index, segment, stems, new DocumentFilter(index.Options, index.Segments[segment], query), best, _matches);
        }

        return best.Drain();
    }

    private ScoredDocument[] Rank(CandidateRanker ranker, PhraseBonus phrases, PriorPoints priors, Candidate[] candidates, int top)
    {
        foreach (var candidate in candidates)
        {
            index.Segments[candidate.Segment].Segment.Forward.Touch(candidate.Document);
        }

        var best = new BestScored(candidates.Length);
        for (var i = 0; i < candidates.Length; i++)
        {
            var (segment, document) = (candidates[i].Segment, candidates[i].Document);
            if (i == 0 || segment != candidates[i - 1].Segment)
            {
                ranker.Open(segment);
                phrases.Open(segment);
                priors.Open(segment);
            }

            var score = ranker.Score(document);
            best.Add(score + priors.Of(document, score) + phrases.Of(document));
        }

        ranker.Close();
        return best.Take(top, candidates, index);
    }

    private ImmutableArray<SearchHit> ToHits(CandidateRanker ranker, PhraseBonus phrases, PriorPoints priors, PassageFinder passages, ScoredDocument[] best)
    {
        var hits = new SearchHit[best.Length];
        foreach (var (segment, places) in Enumerable.Range(0, best.Length).GroupBy(i => best[i].Segment).Select(group => (group.Key, group)))
        {
            if (query.Explain)
            {
                ranker.Open(segment);
                phrases.Open(segment);
                priors.Open(segment);
                passages.Open(segment);
            }

            foreach (var i in places)
            {
                var (score, _, number, id) = best[i];
                var document = index.Segments[segment].Segment.Documents[number];
                hits[i] = new SearchHit(
                    id,
                    document.Title,
                    score,
                    document.Attributes,
                    query.Explain ? passages.Find(number) : Snippet.None,
                    query.Explain ? Why(number) : Explanation.None);
            }
        }

        ranker.Close();
        return [.. hits];

        Explanation Why(int document) =>
            ranker.Explain(document) is var words ? words.With(priors.Explain(document, words.Points).Concat(phrases.Explain(document))) : words;
    }
}
