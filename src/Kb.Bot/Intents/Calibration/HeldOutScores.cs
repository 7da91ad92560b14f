namespace Kb.Bot.Intents.Calibration;

/// <summary>Scores of one phrase by a network that did not learn it.</summary>
/// <param name="Scores">Of the classes.</param>
/// <param name="Label">The right class.</param>
internal readonly record struct HeldOutScores(float[] Scores, int Label);
