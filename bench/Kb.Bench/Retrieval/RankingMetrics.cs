namespace Kb.Bench.Retrieval;

/// <summary>How good a ranking is for one query, each in [0, 1]. Grades are gains ≥ 0; a document that nobody judged has grade 0.</summary>
public static class RankingMetrics
{
    /// <summary>Normalised discounted cumulative gain: Σ grade / log2(rank + 1), relative to the best order of the judged documents.</summary>
    /// <remarks>Source: Järvelin, Kekäläinen, "Cumulated gain-based evaluation of IR techniques" (2002), with linear gain as trec_eval has it.</remarks>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var ideal = Gain(grades.Values.Where(grade => grade > 0).OrderDescending().Take(depth));
        return ideal == 0 ? 0 : Gain(ranking.Take(depth).Select(id => grades.GetValueOrDefault(id))) / ideal;
    }

    /// <summary>1 / rank of the first relevant document, 0 if it is not among the first <paramref name="depth"/>.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        for (var i = 0; i < Math.Min(depth, ranking.Count); i++)
        {
            if (grades.GetValueOrDefault(ranking[i]) > 0)
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>Share of the relevant documents that are among the first <paramref name="depth"/>.</summary>
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var relevant = grades.Count(grade => grade.Value > 0);
        return relevant == 0 ? 0 : (double)ranking.Take(depth).Count(id => grades.GetValueOrDefault(id) > 0) / relevant;
    }

    /// <summary>1 if the first document has the best grade that any has, and somebody found one relevant; else 0.</summary>
    /// <remarks>«Relevant» may mean «an answer like it»: this asks for the very one that was meant.</remarks>
    public static double ExactFirst(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades) =>
        ranking.Count > 0 && grades.GetValueOrDefault(ranking[0]) is > 0 and var grade && grade == grades.Values.Max() ? 1 : 0;

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
}
