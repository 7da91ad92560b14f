using System.Numerics.Tensors;

namespace Kb.Bot.Intents.Softmax;

/// <summary>
/// Scores → probabilities. Sums are added one by one in doubles: a vectorised sum depends on where the array happens to lie in memory,
/// and then two trainings of the same phrases would differ.
/// </summary>
internal static class Probabilities
{
    /// <summary>Turns scores into probabilities in place.</summary>
    /// <returns>ln Σ exp of the scores.</returns>
    public static double Normalize(Span<float> scores)
    {
        var highest = TensorPrimitives.Max<float>(scores);
        TensorPrimitives.Subtract(scores, highest, scores);
        TensorPrimitives.Exp<float>(scores, scores);
        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += score;
        }

        TensorPrimitives.Multiply(scores, (float)(1 / sum), scores);
        return highest + Math.Log(sum);
    }

    /// <summary>Σ of the squares.</summary>
    public static float SumOfSquares(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return (float)sum;
    }
}
