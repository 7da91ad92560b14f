using Kb.Bench.Comparison;

namespace Kb.Bench.Tests.Comparison;

public class ComparisonTests
{
    private static readonly PeerFigures Ours = new(0.7, 4000, 200, 1000, 20, 40);
    private static readonly PeerFigures Theirs = new(0.65, 2000, 250, 4000, 16, 16);

    [Fact]
    public void Figures_are_read_under_the_keys_of_who_printed_them()
    {
        Assert.Equal(Ours, PeerFigures.Parse("""{"ndcg@10":0.7,"queries_per_second":4000,"p50_us":200,"p99_us":1000,"mb_per_second":20,"index_bytes":40000000}""", isOurs: true));
        Assert.Equal(Theirs, PeerFigures.Parse("""{"ndcg10":0.65,"qps":2000,"p50_us":250,"p99_us":4000,"mb_per_s":16,"index_bytes":16000000}""", isOurs: false));
    }

    [Theory]
    [InlineData("""{"peer":"lucene","error":1}""")]
    [InlineData("[]")]
    [InlineData("Killed")]
    [InlineData("")]
    public void What_is_no_line_of_figures_is_not_taken_for_one(string line) => Assert.Null(PeerFigures.Parse(line, isOurs: false));

    [Fact]
    public void The_median_of_an_even_number_of_runs_lies_between_the_middle_two() =>
        Assert.Equal(3000, PeerFigures.MedianOf([Ours, Theirs, Theirs, Ours]).QueriesPerSecond);

    [Fact]
    public void The_best_of_a_set_is_bold_and_the_mean_counts_sets_alike() => Assert.Equal(
        [
            "| set | Kb | lucene |",
            "|---|--:|--:|",
            "| faq | **.700** | .650 |",
            "| wiki | .900 | **.950** |",
            "| mean | **.800** | **.800** |",
        ],
        ComparisonTables.Quality(["Kb", "lucene"], [("faq", [Ours, Theirs]), ("wiki", [Ours with { Ndcg = 0.9 }, Theirs with { Ndcg = 0.95 }])]));

    [Fact]
    public void Speed_is_told_as_a_ratio_to_each_peer() => Assert.Equal(
        [
            "| | Kb | lucene | Kb : lucene |",
            "|---|--:|--:|--:|",
            "| queries a second | 4,000 | 2,000 | 2.00 |",
            "| 50th percentile, µs | 200 | 250 | 0.80 |",
            "| 99th percentile, µs | 1,000 | 4,000 | 0.25 |",
            "| indexing, MB/s | 20.0 | 16.0 | 1.25 |",
            "| index, MB | 40.0 | 16.0 | 2.50 |",
        ],
        ComparisonTables.Speed(["Kb", "lucene"], [Ours, Theirs]));

    [Fact]
    public void A_fuzzy_peer_is_asked_to_be_fuzzy() =>
        Assert.Equal(["python3", "run.py", "lucene", "--fuzzy"], Contestant.Peer("lucene:fuzzy", "python3", "run.py").Command);
}
