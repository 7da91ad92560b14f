using System.Numerics.Tensors;
using Kb.Bot.Intents.Network;

namespace Kb.Bot.Intents.Calibration;

/// <summary>Learns a <see cref="ConfidenceModel"/> from phrases that were held out.</summary>
internal static class ConfidenceFit
{
    private const double Coldest = 20;
    private const double Hottest = 0.05;
    private const int SearchSteps = 40;

    /// <summary>Fewer phrases say nothing about confidence.</summary>
    private const int Fewest = 20;

    /// <summary>
    /// How much the energy counts beside the lead where no phrase teaches what is not ours. Of 0 to 4, 1 gains most for far foreign messages and
    /// loses least for near ones (development sets nlu-ru and clinc150).
    /// </summary>
    private const double EnergyWithoutBackground = 1;

    /// <summary>The share of background phrases from which they know better than the energy what is not ours.</summary>
    private const double EnoughBackground = 0.05;

    /// <summary>Fits.</summary>
    /// <param name="heldOut">Phrases with their scores.</param>
    /// <param name="intents">How many classes are intents; a phrase of the last class, which is none, has no right guess.</param>
    /// <param name="background">Share of the training phrases that are of no intent.</param>
    public static ConfidenceModel Of(IReadOnlyList<HeldOutScores> heldOut, int intents, double background)
    {
        if (heldOut.Count < Fewest)
        {
            return new ConfidenceModel(1f, Bias: 0, Lead: 1, Energy: 0);
        }

        var sharpness = Sharpness(heldOut);
        var energy = EnergyWithoutBackground * Math.Max(0, 1 - (background / EnoughBackground));
        var (bias, slope) = Logistic.Fit(
        [
            .. heldOut.Select(phrase =>
            {
                var evidence = ConfidenceModel.Evidence.Of([.. phrase.Scores], intents, sharpness);
                return (evidence.LogOdds + (energy * evidence.Energy), evidence.Best == phrase.Label);
            }),
        ]);
        return new ConfidenceModel(sharpness, bias, slope, slope * energy);
    }

    /// <summary>Temperature scaling (C. Guo et al., 2017): the factor on the scores under which the held-out phrases are most likely.</summary>
    private static float Sharpness(IReadOnlyList<HeldOutScores> heldOut)
    {
        // The loss is convex in the factor, hence unimodal in its logarithm: golden-section search (J. Kiefer, 1953).
        var (low, high) = (Math.Log(Hottest), Math.Log(Coldest));
        var ratio = (Math.Sqrt(5) - 1) / 2;
        for (var step = 0; step < SearchSteps; step++)
        {
            var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            (low, high) = Loss(heldOut, Math.Exp(left)) < Loss(heldOut, Math.Exp(right)) ? (low, right) : (left, high);
        }

        return (float)Math.Exp((low + high) / 2);
    }

    private static double Loss(IReadOnlyList<HeldOutScores> heldOut, double sharpness)
    {
        var sum = 0.0;
        var tempered = new float[heldOut[0].Scores.Length];
        foreach (var (scores, label) in heldOut)
        {
            TensorPrimitives.Multiply(scores, (float)sharpness, tempered);
            sum += Probabilities.LogSumExp(tempered) - tempered[label];
        }

        return sum;
    }
}
