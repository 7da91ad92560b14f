using System.Collections.Immutable;
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
        var best = new List<ScoredIntent>(top + 1);
        for (var at = 0; at < confidences.Length; at++)
        {
            if (best.Count == top && confidences[at] <= best[^1].Confidence)
            {
                continue;
            }

            // Behind its equals: by intent, which is by index.
            var place = best.Count;
            for (; place > 0 && best[place - 1].Confidence < confidences[at]; place--)
            {
            }

            best.Insert(place, new ScoredIntent(Intents[at], confidences[at]));
            if (best.Count > top)
            {
                best.RemoveAt(top);
            }
        }

        return [.. best];
    }
}
