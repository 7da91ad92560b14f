namespace Kb.Bot.Intents.Calibration;

/// <summary>Logistic regression of one variable (J. Platt, "Probabilistic outputs for support vector machines", 1999) by Newton's method.</summary>
internal static class Logistic
{
    private const int Steps = 25;

    /// <summary>Holds the weights near those of log-odds that are already honest (0, 1) where samples are few.</summary>
    private const double Ridge = 1;

    /// <summary>Fits σ(bias + slope · x) to what is right.</summary>
    /// <param name="samples">Values, and whether each was right; at least one.</param>
    public static (double Bias, double Slope) Fit(IReadOnlyList<(double Value, bool IsRight)> samples)
    {
        // Centred, so that the two weights do not pull at each other.
        var centre = samples.Average(sample => sample.Value);
        var (bias, slope) = (0.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var (biasGradient, slopeGradient) = (-Ridge * bias, Ridge * (1 - slope));
            var (biasCurve, mixedCurve, slopeCurve) = (Ridge, 0.0, Ridge);
            foreach (var (value, isRight) in samples)
            {
                var x = value - centre;
                var p = 1 / (1 + Math.Exp(-bias - (slope * x)));
                var error = (isRight ? 1 : 0) - p;
                biasGradient += error;
                slopeGradient += error * x;
                biasCurve += p * (1 - p);
                mixedCurve += p * (1 - p) * x;
                slopeCurve += p * (1 - p) * x * x;
            }

            var determinant = (biasCurve * slopeCurve) - (mixedCurve * mixedCurve);
            bias += ((slopeCurve * biasGradient) - (mixedCurve * slopeGradient)) / determinant;
            slope += ((biasCurve * slopeGradient) - (mixedCurve * biasGradient)) / determinant;
        }

        return (bias - (slope * centre), slope);
    }
}
