using System.Numerics.Tensors;
using Kb.Bot.Intents.Softmax;

namespace Kb.Bot.Intents.Calibration;

/// <summary>Temperature scaling (C. Guo et al., "On calibration of modern neural networks", 2017): one number that makes confidence mean a share of right answers.</summary>
internal static class Temperature
{
    private const double Coldest = 20;
    private const double Hottest = 0.05;
    private const int Steps = 40;

    /// <summary>The factor on the scores (1 / temperature) under which the held-out phrases are most likely; 1 when there are none.</summary>
    public static float FitSharpness(IReadOnlyList<HeldOutScores> heldOut)
    {
        if (heldOut.All(part => part.Labels.Length == 0))
        {
            return 1f;
        }

        // The loss is convex in the factor, hence unimodal in its logarithm: golden-section search (J. Kiefer, 1953).
        var (low, high) = (Math.Log(Hottest), Math.Log(Coldest));
        var ratio = (Math.Sqrt(5) - 1) / 2;
        for (var step = 0; step < Steps; step++)
        {
            var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            (low, high) = Loss(heldOut, Math.Exp(left)) < Loss(heldOut, Math.Exp(right)) ? (low, right) : (left, high);
        }

        return (float)Math.Exp((low + high) / 2);
    }

    private static double Loss(IReadOnlyList<HeldOutScores> heldOut, double sharpness)
    {
        var sum = 0.0;
        foreach (var (scores, labels) in heldOut)
        {
            var tempered = new float[scores.Length == 0 ? 0 : scores[0].Length];
            for (var i = 0; i < labels.Length; i++)
            {
                TensorPrimitives.Multiply(scores[i], (float)sharpness, tempered);
                var right = tempered[labels[i]];
                sum += Probabilities.Normalize(tempered) - right;
            }
        }

        return sum;
    }
}
