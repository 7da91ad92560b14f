using System.Collections.Immutable;
using System.Numerics.Tensors;
using Kb.Bot.Intents.Features;
using Kb.Bot.Intents.Softmax;
using Kb.Bot.Understanding;

namespace Kb.Bot.Intents;

/// <summary>
/// The classifier that Kb ships: multinomial logistic regression over words, stems and letters, with a class of its own for what is not
/// ours and a temperature that makes its probabilities honest. Immutable, thread-safe. Made by <see cref="IntentTrainer"/> or read by <see cref="IntentModelFile"/>.
/// </summary>
public sealed class SoftmaxRegression : IIntentClassifier
{
    private readonly FeatureSpace _features;
    private readonly SoftmaxWeights _weights;

    /// <param name="intents">Ascending ordinally; the class of an intent is its place.</param>
    /// <param name="features">Turns utterances into vectors.</param>
    /// <param name="weights">As many classes as intents, or one more: the background of what is not ours.</param>
    /// <param name="sharpness">What scores are multiplied by before they become probabilities (1 / temperature), &gt; 0.</param>
    internal SoftmaxRegression(ImmutableArray<string> intents, FeatureSpace features, SoftmaxWeights weights, float sharpness)
    {
        Intents = intents;
        _features = features;
        _weights = weights;
        Sharpness = sharpness;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Intents { get; }

    internal FeatureSpace Features => _features;

    internal SoftmaxWeights Weights => _weights;

    internal float Sharpness { get; }

    /// <inheritdoc/>
    public ImmutableArray<ScoredIntent> Rank(Utterance utterance, int top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var scores = new float[_weights.Classes];
        _weights.Score(_features.Vectorize(utterance), scores);
        TensorPrimitives.Multiply(scores, Sharpness, scores);
        Probabilities.Normalize(scores);

        var order = Enumerable.Range(0, Intents.Length).ToArray();
        // A stable order of equals: by intent, which is by index.
        Array.Sort(order, (left, right) => scores[left] == scores[right] ? left - right : scores[right].CompareTo(scores[left]));
        return [.. order.Take(top).Select(at => new ScoredIntent(Intents[at], scores[at]))];
    }
}
