namespace Kb.Bench.Intents;

/// <summary>How good guesses are; the definitions of the peers' runners, so that figures compare.</summary>
public static class IntentFigures
{
    private const int Bins = 15;

    /// <summary>Mean F1 over the intents that occur in the test.</summary>
    public static double MacroF1(IReadOnlyList<(string Right, string Guess)> results) => results
        .Select(result => result.Right)
        .Distinct()
        .Average(intent =>
        {
            var both = results.Count(result => result.Right == intent && result.Guess == intent);
            var either = results.Count(result => result.Right == intent) + results.Count(result => result.Guess == intent);
            return 2.0 * both / either;
        });

    /// <summary>Expected calibration error: mean distance between confidence and share of right answers over 15 equal bins, weighted by their size.</summary>
    public static double CalibrationError(IReadOnlyList<(double Confidence, bool Right)> results) => results
        .GroupBy(result => Math.Min((int)(result.Confidence * Bins), Bins - 1))
        .Sum(bin => Math.Abs(bin.Average(result => result.Confidence) - bin.Average(result => result.Right ? 1.0 : 0.0)) * bin.Count() / results.Count);

    /// <summary>Chance that an in-scope message gets more confidence than an out-of-scope one; ties count half.</summary>
    public static double AreaUnderCurve(IReadOnlyList<double> inScope, IReadOnlyList<double> outOfScope)
    {
        var negatives = outOfScope.Order().ToArray();
        return inScope.Average(confidence => (CountBelow(negatives, confidence, inclusive: false) + CountBelow(negatives, confidence, inclusive: true)) / 2.0)
            / negatives.Length;
    }

    /// <summary>Share of out-of-scope messages under the highest threshold that still answers 95 % of in-scope ones; ties are answered.</summary>
    public static double RefusedAt95(IReadOnlyList<double> inScope, IReadOnlyList<double> outOfScope)
    {
        var threshold = inScope.Order().ElementAt((int)Math.Floor(0.05 * inScope.Count));
        return outOfScope.Count(confidence => confidence < threshold) / (double)outOfScope.Count;
    }

    private static int CountBelow(double[] ascending, double value, bool inclusive)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] < value || (inclusive && ascending[middle] <= value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
