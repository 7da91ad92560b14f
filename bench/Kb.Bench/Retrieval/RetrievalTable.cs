using System.Globalization;
using Kb.Search.Index;

namespace Kb.Bench.Retrieval;

/// <summary>Runs several sets with one setting: one row each and the mean, in which every set counts the same however many queries it has.</summary>
public static class RetrievalTable
{
    private static readonly string[] Columns = ["ndcg@10", "mrr@10", "recall@100", "exact@1", "p50_us", "p99_us"];

    /// <summary>The figures, keyed «set/figure» and «mean/figure».</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> Measure(
        IReadOnlyList<NamedSet> sets, Func<RetrievalSet, RetrievalSet> prepare, IndexOptions options, bool asTyped)
    {
        var rows = new List<(string Name, double[] Figures)>();
        foreach (var set in sets)
        {
            var figures = RetrievalRun.Measure(prepare(set.Read()), options, set.TextOnly, asTyped).ToDictionary();
            rows.Add((set.Name, [.. Columns.Select(column => Convert.ToDouble(figures[column], CultureInfo.InvariantCulture))]));
        }

        rows.Add(("mean", [.. Columns.Select((_, column) => Math.Round(rows.Average(row => row.Figures[column]), 4))]));
        return [.. rows.SelectMany(row => Columns.Select((column, i) => new KeyValuePair<string, object?>($"{row.Name}/{column}", row.Figures[i])))];
    }
}
