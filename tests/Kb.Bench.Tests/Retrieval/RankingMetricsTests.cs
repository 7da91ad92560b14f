using Kb.Bench.Retrieval;

namespace Kb.Bench.Tests.Retrieval;

public class RankingMetricsTests
{
    private static readonly Dictionary<string, int> Grades = new() { ["a"] = 2, ["b"] = 1, ["c"] = 0 };

    [Theory]
    [InlineData("a b", 1.0)]
    [InlineData("b a", 0.8597)] // (1 + 2 / log2 3) / (2 + 1 / log2 3)
    [InlineData("c x a", 0.3801)] // (2 / log2 4) / (2 + 1 / log2 3)
    [InlineData("x y z a b", 0.0)] // below the depth
    [InlineData("", 0.0)]
    public void Ndcg_compares_with_the_best_order(string ranking, double expected) =>
        Assert.Equal(expected, RankingMetrics.Ndcg(Split(ranking), Grades, depth: 3), precision: 4);

    [Fact]
    public void Ndcg_of_a_query_with_nothing_relevant_is_zero() =>
        Assert.Equal(0, RankingMetrics.Ndcg(["a"], new Dictionary<string, int> { ["a"] = 0 }, depth: 10));

    [Theory]
    [InlineData("c x b", 1.0 / 3)]
    [InlineData("a b", 1.0)]
    [InlineData("c x y b", 0.0)]
    public void Reciprocal_rank_is_of_the_first_relevant(string ranking, double expected) =>
        Assert.Equal(expected, RankingMetrics.ReciprocalRank(Split(ranking), Grades, depth: 3), precision: 6);

    [Theory]
    [InlineData("b x", 0.5)]
    [InlineData("b a", 1.0)]
    [InlineData("x c a", 0.0)]
    public void Recall_counts_the_relevant_among_the_first(string ranking, double expected) =>
        Assert.Equal(expected, RankingMetrics.Recall(Split(ranking), Grades, depth: 2));

    [Theory]
    [InlineData("a b", 1.0)]
    [InlineData("b a", 0.0)] // relevant, but not the one that was meant
    [InlineData("x a", 0.0)]
    [InlineData("", 0.0)]
    public void Exact_first_asks_for_the_best_grade_on_the_first_place(string ranking, double expected) =>
        Assert.Equal(expected, RankingMetrics.ExactFirst(Split(ranking), Grades));

    [Fact]
    public void Exact_first_of_a_query_with_nothing_relevant_is_zero() =>
        Assert.Equal(0, RankingMetrics.ExactFirst(["a"], new Dictionary<string, int> { ["a"] = 0 }));

    private static string[] Split(string ranking) => ranking.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
