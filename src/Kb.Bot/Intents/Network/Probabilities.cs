using System.Numerics;
using System.Numerics.Tensors;

namespace Kb.Bot.Intents.Network;

/// <summary>
/// Scores → probabilities. Sums are added here in an order of their own: that of the library depends on where an array happens to lie in
/// memory, and then two trainings of the same phrases would differ.
/// </summary>
internal static class Probabilities
{
    /// <summary>Turns scores into probabilities in place.</summary>
    public static void Normalize(Span<float> scores)
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
    }

    /// <summary>ln Σ exp of the scores, which stay as they are.</summary>
    public static double LogSumExp(ReadOnlySpan<float> scores)
    {
        var highest = TensorPrimitives.Max(scores);
        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += Math.Exp(score - highest);
        }

        return highest + Math.Log(sum);
    }

    /// <summary>Σ of the squares.</summary>
    public static float SumOfSquares(ReadOnlySpan<float> values) => Dot(values, values);

    /// <summary>Σ of the products, always in the same order.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sums = Vector<float>.Zero;
        var at = 0;
        for (; at <= left.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            sums += new Vector<float>(left[at..]) * new Vector<float>(right[at..]);
        }

        var sum = Vector.Sum(sums);
        for (; at < left.Length; at++)
        {
            sum += left[at] * right[at];
        }

        return sum;
    }
}
