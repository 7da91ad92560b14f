using System.Numerics.Tensors;
using Kb.Bot.Intents.Network;

namespace Kb.Bot.Intents.Calibration;

/// <summary>Learns a <see cref="ConfidenceModel"/> from phrases that were held out.</summary>
internal static class ConfidenceFit
{
    private const double Coldest = 20;
    private const double Hottest = 0.05;
    private const int SearchSteps = 40;
    private const int NewtonSteps = 25;

    /// <summary>Fewer phrases say nothing about confidence.</summary>
    private const int Fewest = 20;

    /// <summary>Holds the logistic function's weights near «as the temperature says» where phrases are few.</summary>
    private const double Ridge = 1;

    /// <summary>Fits.</summary>
    /// <param name="heldOut">Phrases with their scores.</param>
    /// <param name="intents">How many classes are intents; a phrase of the last class, which is none, has no right guess.</param>
    public static ConfidenceModel Of(IReadOnlyList<HeldOutScores> heldOut, int intents)
    {
        if (heldOut.Count < Fewest)
        {
            return new ConfidenceModel(1f, Bias: 0, Lead: 1, Energy: 0);
        }

        var sharpness = Sharpness(heldOut);
        var samples = heldOut
            .Select(phrase => (Evidence: ConfidenceModel.Evidence.Of([.. phrase.Scores], intents, sharpness), phrase.Label))
            .Select(sample => (sample.Evidence.LogOdds, sample.Evidence.Energy, IsRight: sample.Evidence.Best == sample.Label))
            .ToList();
        var (bias, lead, energy) = Logistic(samples, useEnergy: true);
        // A weight below zero would be an accident of a small sample.
        if (energy < 0 || lead < 0)
        {
            (bias, lead, energy) = Logistic(samples, useEnergy: false);
        }

        return new ConfidenceModel(sharpness, bias, lead, energy);
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

    /// <summary>Logistic regression by Newton's method, energies centred so that the three weights do not pull at one another.</summary>
    private static (double Bias, double Lead, double Energy) Logistic(List<(double LogOdds, double Energy, bool IsRight)> samples, bool useEnergy)
    {
        var centre = samples.Average(sample => sample.Energy);
        double[] prior = [0, 1, 0];
        double[] weights = [.. prior];
        var size = useEnergy ? 3 : 2;
        for (var step = 0; step < NewtonSteps; step++)
        {
            var gradient = new double[size];
            var curvature = new double[size, size];
            for (var i = 0; i < size; i++)
            {
                gradient[i] = Ridge * (prior[i] - weights[i]);
                curvature[i, i] = Ridge;
            }

            foreach (var (logOdds, energy, isRight) in samples)
            {
                double[] x = [1, logOdds, energy - centre];
                var p = 1 / (1 + Math.Exp(-(weights[0] + (weights[1] * x[1]) + (weights[2] * x[2]))));
                for (var i = 0; i < size; i++)
                {
                    gradient[i] += ((isRight ? 1 : 0) - p) * x[i];
                    for (var j = 0; j < size; j++)
                    {
                        curvature[i, j] += p * (1 - p) * x[i] * x[j];
                    }
                }
            }

            Solve(curvature, gradient);
            for (var i = 0; i < size; i++)
            {
                weights[i] += gradient[i];
            }
        }

        return (weights[0] - (weights[2] * centre), weights[1], weights[2]);
    }

    /// <summary>Gauss elimination without pivots, which a positive definite matrix does not need; the solution replaces <paramref name="right"/>.</summary>
    private static void Solve(double[,] matrix, double[] right)
    {
        for (var pivot = 0; pivot < right.Length; pivot++)
        {
            for (var row = 0; row < right.Length; row++)
            {
                var factor = row == pivot ? 0 : matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < right.Length; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                right[row] -= factor * right[pivot];
            }
        }

        for (var i = 0; i < right.Length; i++)
        {
            right[i] /= matrix[i, i];
        }
    }
}
