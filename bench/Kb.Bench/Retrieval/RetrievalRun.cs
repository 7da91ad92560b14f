using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Bench.Retrieval;

/// <summary>Indexes a set with the product's index and analyzers, runs every query to warm up, and once for the clock.</summary>
public static class RetrievalRun
{
    private const int Depth = 100;
    private static readonly FrozenSet<string> NoGrants = [];

    /// <summary>The figures of the set, under their fixed keys.</summary>
    /// <param name="set">The set.</param>
    /// <param name="options">The index.</param>
    /// <param name="textOnly">Whether titles are left out.</param>
    /// <param name="asTyped">Whether queries are not repaired.</param>
    /// <param name="warmUps">How often all queries run before the clock does; at least once, for the quality.</param>
    public static IReadOnlyList<KeyValuePair<string, object?>> Measure(RetrievalSet set, IndexOptions options, bool textOnly, bool asTyped, int warmUps = 1)
    {
        Figures.Progress($"{set.Corpus.Count} documents, {set.Queries.Count} queries");
        var (index, seconds) = Index(set, options, textOnly);
        Figures.Progress($"indexed in {seconds:F2} s; warming up");

        var rankings = set.Queries.Select(query => Search(index, query, Depth, asTyped).Hits.Select(hit => hit.Id).ToArray()).ToArray();
        for (var round = 1; round < warmUps; round++)
        {
            _ = set.Queries.Sum(query => Time(index, query, asTyped));
        }

        var times = set.Queries.Select(query => Time(index, query, asTyped)).Order().ToArray();

        var sourceMegabytes = set.Corpus.Sum(document => (long)Encoding.UTF8.GetByteCount(document.Text)
            + Encoding.UTF8.GetByteCount(document.Title ?? "")) / 1e6;
        return
        [
            new("ndcg@10", Mean(set, rankings, (ranking, grades) => RankingMetrics.Ndcg(ranking, grades, 10))),
            new("mrr@10", Mean(set, rankings, (ranking, grades) => RankingMetrics.ReciprocalRank(ranking, grades, 10))),
            new("recall@100", Mean(set, rankings, (ranking, grades) => RankingMetrics.Recall(ranking, grades, Depth))),
            new("exact@1", Mean(set, rankings, RankingMetrics.ExactFirst)),
            new("index_seconds", Math.Round(seconds, 3)),
            new("mb_per_second", Math.Round(sourceMegabytes / seconds, 2)),
            new("index_bytes", index.Bytes),
            new("peak_mb", Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, 1)),
            new("p50_us", Percentile(times, 0.50)),
            new("p99_us", Percentile(times, 0.99)),
            new("queries_per_second", Math.Round(times.Length / times.Sum() * 1e6, 1)),
        ];
    }

    private static (InvertedIndex Index, double Seconds) Index(RetrievalSet set, IndexOptions options, bool textOnly)
    {
        var documents = set.Corpus.Select(document => BenchIndex.ToDocument(textOnly ? document with { Title = "" } : document)).ToImmutableArray();
        var index = new InvertedIndex(options);
        var clock = Stopwatch.StartNew();
        index.Replace(documents);
        return (index, clock.Elapsed.TotalSeconds);
    }

    private static SearchResult Search(InvertedIndex index, BenchQuery query, int top, bool asTyped) =>
        index.Search(new SearchQuery(query.Text, NoGrants, DateTimeOffset.UnixEpoch) { Top = top, Explain = false, CountTotal = false, AsTyped = asTyped });

    private static double Time(InvertedIndex index, BenchQuery query, bool asTyped)
    {
        var began = Stopwatch.GetTimestamp();
        var found = Search(index, query, top: 10, asTyped);
        var microseconds = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        GC.KeepAlive(found);
        return microseconds;
    }

    private static double Mean(RetrievalSet set, string[][] rankings, Func<string[], Dictionary<string, int>, double> metric) =>
        Math.Round(set.Queries.Select((query, i) => metric(rankings[i], set.Grades[query.Id])).DefaultIfEmpty().Average(), 4);

    private static double Percentile(double[] ascending, double share) =>
        ascending.Length == 0 ? 0 : Math.Round(ascending[(int)Math.Min(ascending.Length - 1, ascending.Length * share)], 1);
}
