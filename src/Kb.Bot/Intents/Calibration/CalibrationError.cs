namespace Kb.Bot.Intents.Calibration;

/// <summary>
/// Expected calibration error (M. P. Naeini et al., 2015): mean distance between confidence and share of right guesses over 15 equal bins,
/// weighted by their size, in [0, 1]. Model files and exams tell the same figure.
/// </summary>
public static class CalibrationError
{
    private const int Bins = 15;

    /// <summary>Of some guesses; 0 where there are none.</summary>
    /// <param name="guesses">Confidence in [0, 1] of each best guess, and whether it was right.</param>
    public static double Of(IReadOnlyCollection<(double Confidence, bool IsRight)> guesses) => guesses
        .GroupBy(guess => Math.Min((int)(guess.Confidence * Bins), Bins - 1))
        .Sum(bin => Math.Abs(bin.Sum(guess => guess.Confidence - (guess.IsRight ? 1 : 0))) / guesses.Count);
}
