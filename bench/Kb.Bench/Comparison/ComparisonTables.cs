using System.Globalization;

namespace Kb.Bench.Comparison;

/// <summary>Figures → Markdown tables for people; the product is the first column.</summary>
public static class ComparisonTables
{
    private static readonly (string Label, Func<PeerFigures, double> Of)[] Speeds =
    [
        ("queries a second", figures => figures.QueriesPerSecond),
        ("50th percentile, µs", figures => figures.Typical),
        ("99th percentile, µs", figures => figures.Slowest),
        ("indexing, MB/s", figures => figures.MegabytesPerSecond),
        ("index, MB", figures => figures.IndexMegabytes),
    ];

    /// <summary>nDCG@10: one row a set, the best of it in bold, and the mean.</summary>
    /// <param name="names">Of the engines.</param>
    /// <param name="rows">Set and its figures, in the order of the names.</param>
    public static IEnumerable<string> Quality(IReadOnlyList<string> names, IReadOnlyList<(string Set, IReadOnlyList<PeerFigures> Figures)> rows) =>
    [
        $"| set | {string.Join(" | ", names)} |",
        $"|---|{string.Concat(names.Select(_ => "--:|"))}",
        .. rows.Select(row => Line(row.Set, [.. row.Figures.Select(figures => figures.Ndcg)])),
        Line("mean", [.. names.Select((_, i) => rows.Average(row => row.Figures[i].Ndcg))]),
    ];

    /// <summary>Speed on one set: one row a figure, and for every peer how many times its figure ours is.</summary>
    public static IEnumerable<string> Speed(IReadOnlyList<string> names, IReadOnlyList<PeerFigures> figures) =>
    [
        $"| | {string.Join(" | ", names)} | {string.Join(" | ", names.Skip(1).Select(name => $"{names[0]} : {name}"))} |",
        $"|---|{string.Concat(names.Select(_ => "--:|"))}{string.Concat(names.Skip(1).Select(_ => "--:|"))}",
        .. Speeds.Select(row =>
        {
            var values = figures.Select(row.Of).ToArray();
            return $"| {row.Label} | {string.Join(" | ", values.Select(Number))} | {string.Join(" | ", values.Skip(1).Select(value => Number(values[0] / value)))} |";
        }),
    ];

    private static string Line(string set, double[] values)
    {
        var cells = values.Select(value => value.ToString(".000", CultureInfo.InvariantCulture)).ToArray();
        var best = cells.Max(StringComparer.Ordinal);
        return $"| {set} | {string.Join(" | ", cells.Select(cell => cell == best ? $"**{cell}**" : cell))} |";
    }

    private static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
