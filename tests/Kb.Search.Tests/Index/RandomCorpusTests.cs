using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Ranking;

namespace Kb.Search.Tests.Index;

/// <summary>Thousands of random bases and queries: the engine against plain computation, and against itself cut into other segments.</summary>
public class RandomCorpusTests
{
    /// <summary>Stems alone find: what related words find is no matter of counting.</summary>
    private static readonly IndexOptions Options = InvertedIndexTests.Options with { Ranking = new RankingOptions { FindingLikeness = 1 } };
    private static readonly FrozenSet<string> Agents = ["agents"];

    [Fact]
    public void The_engine_finds_and_counts_exactly_what_reading_every_document_finds()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var corpus = new RandomCorpus(seed);
            var documents = corpus.Documents(corpus.Next(60));
            var naive = new NaiveSearcher(Options, documents);
            var index = Scatter(corpus, documents, Options);

            foreach (var query in Queries(corpus, 10))
            {
                var expected = naive.Find(query);
                var found = index.Search(query);

                Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
                Assert.Equal(expected.Count, found.Total);
                Assert.Equal(
                    documents.Where(document => expected.ContainsKey(document.Id)).SelectMany(document => document.Attributes.Values).CountBy(value => value).ToImmutableDictionary(),
                    found.Facets.GetValueOrDefault("type") ?? ImmutableDictionary<string, int>.Empty);
            }
        }
    }

    [Fact]
    public void How_an_index_is_cut_into_segments_changes_no_score_and_no_order()
    {
        for (var seed = 1_000; seed < 1_100; seed++)
        {
            var corpus = new RandomCorpus(seed);
            var documents = corpus.Documents(60);
            var whole = new InvertedIndex(InvertedIndexTests.Options);
            whole.Replace(documents);
            var scattered = Scatter(corpus, documents, InvertedIndexTests.Options);

            foreach (var query in Queries(corpus, 10))
            {
                Assert.Equal(
                    whole.Search(query).Hits.Select(hit => (hit.Id, hit.Score)),
                    scattered.Search(query).Hits.Select(hit => (hit.Id, hit.Score)));
            }
        }
    }

    [Fact]
    public void The_candidates_are_the_best_by_plain_BM25F_give_or_take_the_rounding_of_a_byte()
    {
        for (var seed = 2_000; seed < 2_100; seed++)
        {
            var corpus = new RandomCorpus(seed);
            var documents = corpus.Documents(60);
            var naive = new NaiveSearcher(Options, documents);
            var index = new InvertedIndex(Options with { Candidates = 5 });
            index.Replace(documents);

            foreach (var query in Queries(corpus, 10).Select(query => query with { Top = 5 }))
            {
                var expected = naive.Find(query);
                var chosen = index.Search(query).Hits.Select(hit => hit.Id).ToArray();

                Assert.Equal(Math.Min(5, expected.Count), chosen.Length);
                Assert.Equal(chosen.Length, chosen.Distinct().Count());
                var worstChosen = chosen.Select(id => expected[id]).DefaultIfEmpty().Min();
                var bestLeft = expected.Where(found => !chosen.Contains(found.Key)).Select(found => found.Value).DefaultIfEmpty().Max();
                Assert.True(bestLeft <= worstChosen * 1.03, $"seed {seed}, «{query.Text}»: {bestLeft} was left for {worstChosen}");
            }
        }
    }

    /// <summary>The same documents, arrived one by one and in handfuls, some as a draft first, others among them and gone again, with merges in between.</summary>
    private static InvertedIndex Scatter(RandomCorpus corpus, SearchDocument[] documents, IndexOptions options)
    {
        var index = new InvertedIndex(options);
        var order = documents.OrderBy(_ => corpus.Next(1_000)).ToArray();
        for (var at = 0; at < order.Length;)
        {
            var handful = order.Skip(at).Take(1 + corpus.Next(9)).ToArray();
            at += handful.Length;
            if (corpus.Next(3) == 0)
            {
                index.Put([.. handful.Select(document => corpus.Document(document.Id)), corpus.Document("guest")]);
            }

            index.Put(handful);
            index.Remove(["guest"]);
            if (corpus.Next(4) == 0)
            {
                index.Merge(CancellationToken.None);
            }
        }

        return index;
    }

    private static IEnumerable<SearchQuery> Queries(RandomCorpus corpus, int count) => Enumerable.Range(0, count).Select(_ =>
        new SearchQuery(corpus.Text(1 + corpus.Next(6)), corpus.Next(2) == 0 ? Agents : [], DateTimeOffset.UnixEpoch)
        {
            Top = 100,
            Explain = false,
            AsTyped = true, // The plain reading that results are compared with mends nothing.
            Facets = ["type"],
            Filters = corpus.Next(3) == 0
                ? ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("type", ["note"])
                : ImmutableDictionary<string, ImmutableArray<string>>.Empty,
        });
}
