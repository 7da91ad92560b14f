using Kb.Bot.Intents.Calibration;

namespace Kb.Bench.Intents;

/// <summary>How good guesses are; the definitions of the peers' runners, so that figures compare.</summary>
public static class IntentFigures
{
    private const int Draws = 200;

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

    /// <summary>
    /// The calibration error that perfectly honest confidences have by chance alone, since so few guesses are counted: the mean over draws of what is
    /// right, each with the chance that its confidence states. An error of about this size is noise.
    /// </summary>
    public static double CalibrationErrorOfChance(IReadOnlyList<double> confidences)
    {
        var random = new Random(1);
        return Enumerable.Range(0, Draws).Average(_ => CalibrationError.Of([.. confidences.Select(confidence => (confidence, random.NextDouble() < confidence))]));
    }

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
