using System.Numerics.Tensors;
using Kb.Bot.Intents.Features;

namespace Kb.Bot.Intents.Softmax;

/// <summary>
/// Fits a multinomial logistic regression with an L2 penalty by proximal stochastic dual coordinate ascent (S. Shalev-Shwartz and
/// T. Zhang, "Accelerated proximal stochastic dual coordinate ascent", 2014, option with the closed-form step). There is no learning
/// rate to choose, and a dozen passes reach the optimum that L-BFGS takes hundreds for.
/// </summary>
public static class SoftmaxTrainer
{
    /// <summary>Strong convexity of the negative entropy, the conjugate of log-sum-exp, on the simplex.</summary>
    private const float Gamma = 1f;

    /// <summary>A phrase whose target moves less than this is left alone for the pass.</summary>
    private const float Settled = 1e-4f;

    /// <summary>Fits the weights.</summary>
    /// <param name="vectors">One for each phrase.</param>
    /// <param name="labels">The class of each phrase.</param>
    /// <param name="shape">Number of features and classes.</param>
    /// <param name="options">Penalty and passes.</param>
    /// <param name="seed">Order in which phrases are visited.</param>
    /// <param name="onPass">Called after every pass with its number, from 1.</param>
    public static SoftmaxWeights Fit(
        IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, (int Features, int Classes) shape, SoftmaxOptions options, int seed, Action<int> onPass)
    {
        var weights = new SoftmaxWeights(shape.Features, shape.Classes);
        // Row i is the dual variable of phrase i as a distribution over classes; it starts at the truth, where the weights are zero.
        var duals = new float[vectors.Count * shape.Classes];
        for (var i = 0; i < vectors.Count; i++)
        {
            duals[(i * shape.Classes) + labels[i]] = 1f;
        }

        var random = new Random(seed);
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        var buffers = new Buffers(new float[shape.Classes], new float[shape.Classes]);
        for (var pass = 1; pass <= options.Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Visit(vectors[i], duals.AsSpan(i * shape.Classes, shape.Classes), weights, options.Strength, buffers);
            }

            onPass(pass);
        }

        return weights;
    }

    private static void Visit(SparseVector vector, Span<float> dual, SoftmaxWeights weights, float strength, Buffers buffers)
    {
        Span<float> predicted = buffers.Predicted;
        weights.Score(vector, predicted);
        Probabilities.Normalize(predicted);
        Span<float> direction = buffers.Direction;
        TensorPrimitives.Subtract(dual, predicted, direction);
        var distance = Probabilities.SumOfSquares(direction);
        if (distance < Settled * Settled)
        {
            return;
        }

        var gap = Divergence(dual, predicted);
        var length = Probabilities.SumOfSquares(vector.Values) + 1f;
        var step = Math.Min(1f, (gap + (Gamma / 2 * distance)) / (distance * (Gamma + (length * strength))));
        // dual ← dual + step · (predicted − dual), and the weights follow: W = strength · Σ x (truth − dual).
        TensorPrimitives.MultiplyAdd(direction, -step, dual, dual);
        TensorPrimitives.Multiply(direction, step * strength, direction);
        weights.Add(vector, direction);
    }

    /// <summary>Kullback–Leibler divergence from the prediction to the dual: the phrase's duality gap.</summary>
    private static float Divergence(ReadOnlySpan<float> dual, ReadOnlySpan<float> predicted)
    {
        var sum = 0f;
        for (var k = 0; k < dual.Length; k++)
        {
            if (dual[k] > 1e-7f)
            {
                sum += dual[k] * MathF.Log(dual[k] / Math.Max(predicted[k], 1e-30f));
            }
        }

        return Math.Max(sum, 0f);
    }

    private sealed record Buffers(float[] Predicted, float[] Direction);
}

/// <summary>How a <see cref="SoftmaxTrainer"/> fits.</summary>
/// <param name="Strength">Inverse of the L2 penalty («C»), &gt; 0: more fits the phrases closer.</param>
/// <param name="Passes">Passes over the phrases, at least 1.</param>
public sealed record SoftmaxOptions(float Strength, int Passes);
