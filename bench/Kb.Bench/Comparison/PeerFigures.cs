using System.Text.Json;

namespace Kb.Bench.Comparison;

/// <summary>What one engine reached on one set in one run.</summary>
/// <param name="Ndcg">nDCG@10, linear gain.</param>
/// <param name="QueriesPerSecond">One after the other, on one core.</param>
/// <param name="Typical">Time of a query, 50th percentile, µs.</param>
/// <param name="Slowest">99th percentile, µs.</param>
/// <param name="MegabytesPerSecond">Of text indexed.</param>
/// <param name="IndexMegabytes">Size of the index.</param>
public sealed record PeerFigures(double Ndcg, double QueriesPerSecond, double Typical, double Slowest, double MegabytesPerSecond, double IndexMegabytes)
{
    /// <summary>Reads the line of JSON that an engine printed; null if it is none or lacks a figure.</summary>
    public static PeerFigures? Parse(string line, bool isOurs)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            double Get(string ours, string theirs) => json.RootElement.GetProperty(isOurs ? ours : theirs).GetDouble();
            return new PeerFigures(
                Get("ndcg@10", "ndcg10"),
                Get("queries_per_second", "qps"),
                Get("p50_us", "p50_us"),
                Get("p99_us", "p99_us"),
                Get("mb_per_second", "mb_per_s"),
                Get("index_bytes", "index_bytes") / 1e6);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Figure by figure the median of several runs.</summary>
    public static PeerFigures MedianOf(IReadOnlyList<PeerFigures> runs)
    {
        double Of(Func<PeerFigures, double> figure)
        {
            var sorted = runs.Select(figure).Order().ToArray();
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }

        return new PeerFigures(
            Of(run => run.Ndcg),
            Of(run => run.QueriesPerSecond),
            Of(run => run.Typical),
            Of(run => run.Slowest),
            Of(run => run.MegabytesPerSecond),
            Of(run => run.IndexMegabytes));
    }
}
