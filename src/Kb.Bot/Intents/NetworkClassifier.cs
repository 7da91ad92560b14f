using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kb.Bot.Intents.Calibration;
using Kb.Bot.Intents.Features;
using Kb.Bot.Intents.Network;
using Kb.Bot.Understanding;

namespace Kb.Bot.Intents;

/// <summary>
/// The classifier that Kb ships: a small network over words, stems and letters, with a class of its own for what is not ours and a
/// calibration that makes its confidence honest. Immutable, thread-safe. Made by <see cref="IntentTrainer"/> or read by <see cref="IntentModelFile"/>.
/// </summary>
public sealed class NetworkClassifier : IIntentClassifier
{
    /// <param name="intents">Ascending ordinally; the class of an intent is its place.</param>
    /// <param name="features">Turns utterances into vectors.</param>
    /// <param name="network">As many classes as intents, or one more: the background of what is not ours.</param>
    /// <param name="confidence">How sure to be.</param>
    /// <param name="metrics">What its training found out about it.</param>
    internal NetworkClassifier(ImmutableArray<string> intents, FeatureSpace features, IntentNetwork network, ConfidenceModel confidence, ModelMetrics metrics)
    {
        Intents = intents;
        Features = features;
        Network = network;
        Confidence = confidence;
        Metrics = metrics;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Intents { get; }

    /// <summary>What its training found out about it.</summary>
    public ModelMetrics Metrics { get; }

    internal FeatureSpace Features { get; }

    internal IntentNetwork Network { get; }

    internal ConfidenceModel Confidence { get; }

    /// <inheritdoc/>
    public ImmutableArray<ScoredIntent> Rank(Utterance utterance, int top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var confidences = Confidence.Of(Network.Score(Features.Vectorize(utterance)), Intents.Length);
        // As bits, numbers from 0 sort like integers: the highest confidence first, of equals the lower index, which is the lower intent.
        Span<ulong> order = stackalloc ulong[confidences.Length];
        for (var at = 0; at < order.Length; at++)
        {
            order[at] = ((ulong)(uint.MaxValue - BitConverter.SingleToUInt32Bits(confidences[at])) << 32) | (uint)at;
        }

        order.Sort();
        var best = new ScoredIntent[Math.Min(top, order.Length)];
        for (var i = 0; i < best.Length; i++)
        {
            var at = (int)(uint)order[i];
            best[i] = new ScoredIntent(Intents[at], confidences[at]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(best);
    }
}
