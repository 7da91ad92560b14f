using System.Numerics.Tensors;
using Kb.Bot.Intents.Network;

namespace Kb.Bot.Intents.Calibration;

/// <summary>
/// Scores → honest confidences: the chance that the best guess is right is a logistic function of two numbers (J. Platt, 1999), how far it is ahead of
/// the others, and how much of the message spoke at all. A foreign message may leave one intent far ahead of the rest and yet excite
/// the network little.
/// </summary>
/// <param name="Sharpness">What scores are multiplied by before they become probabilities (1 / temperature), &gt; 0.</param>
/// <param name="Bias">Constant of the logistic function.</param>
/// <param name="Lead">Weight of the log-odds of the best guess, ≥ 0.</param>
/// <param name="Energy">Weight of ln Σ exp of the intents' scores (W. Liu et al., "Energy-based out-of-distribution detection", 2020), ≥ 0.</param>
internal readonly record struct ConfidenceModel(float Sharpness, double Bias, double Lead, double Energy)
{
    private const double MostCertain = 1 - 1e-6;

    /// <summary>Confidence of every intent; the sum is 1 at most, the order that of the scores.</summary>
    /// <param name="scores">Of the classes; changed.</param>
    /// <param name="intents">How many of the classes, from the first, are intents.</param>
    public float[] Of(float[] scores, int intents)
    {
        var evidence = Evidence.Of(scores, intents, Sharpness);
        var best = evidence.Probability;
        var confidence = 1 / (1 + Math.Exp(-Bias - (Lead * evidence.LogOdds) - (Energy * evidence.Energy)));
        // The others shrink with the best or make room for it, and never overtake it.
        var others = Math.Min(confidence / best, (1 - confidence) / (1 - best));
        var confidences = new float[intents];
        for (var i = 0; i < intents; i++)
        {
            confidences[i] = (float)(i == evidence.Best ? confidence : scores[i] * others);
        }

        return confidences;
    }

    /// <summary>What the confidence in one ranking rests on.</summary>
    /// <param name="Best">The intent with the highest score.</param>
    /// <param name="Probability">Its probability among all classes, above 0 and below 1.</param>
    /// <param name="Energy">ln Σ exp of the intents' scores.</param>
    internal readonly record struct Evidence(int Best, double Probability, double Energy)
    {
        /// <summary>ln p / (1 − p) of the best intent.</summary>
        public double LogOdds => Math.Log(Probability / (1 - Probability));

        /// <summary>Reads scores, and turns them into probabilities.</summary>
        public static Evidence Of(float[] scores, int intents, float sharpness)
        {
            var energy = Probabilities.LogSumExp(scores.AsSpan(0, intents));
            TensorPrimitives.Multiply(scores, sharpness, scores);
            Probabilities.Normalize(scores);
            var best = TensorPrimitives.IndexOfMax<float>(scores.AsSpan(0, intents));
            return new Evidence(best, Math.Clamp(scores[best], 1e-6, MostCertain), energy);
        }
    }
}
