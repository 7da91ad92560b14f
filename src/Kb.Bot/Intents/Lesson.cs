using System.Collections.Immutable;
using Kb.Bot.Intents.Calibration;
using Kb.Bot.Intents.Features;
using Kb.Bot.Intents.Network;

namespace Kb.Bot.Intents;

/// <summary>One training of all networks on the same phrases. Networks may learn on threads of their own.</summary>
internal sealed class Lesson(Material material, TrainingOptions options)
{
    private readonly NetworkWeights?[] _learnt = new NetworkWeights?[options.Networks];
    private readonly Lazy<(FeatureSpace Features, ImmutableArray<SparseVector> Vectors)> _prepared = new(() =>
    {
        var features = FeatureSpace.Build(material.Utterances, options.MinPhrases);
        return (features, [.. material.Utterances.Select(features.Vectorize)]);
    });

    /// <summary>The features of these phrases.</summary>
    public FeatureSpace Features => _prepared.Value.Features;

    /// <summary>Trains one of the networks.</summary>
    public void Learn(int part, Action onPass)
    {
        var shape = new NetworkShape(Features.Count, options.Hidden, material.Classes);
        _learnt[part] = NetworkTrainer.Fit(_prepared.Value.Vectors, material.Labels, shape, options.Passes, options.Seed + part, onPass);
    }

    /// <summary>The networks in one, once all have learnt.</summary>
    public IntentNetwork Network() => IntentNetwork.Join([.. _learnt.OfType<NetworkWeights>()]);

    /// <summary>Scores phrases that it did not learn.</summary>
    public IEnumerable<HeldOutScores> Examine(Material heldOut)
    {
        var network = Network();
        return heldOut.Utterances.Zip(heldOut.Labels, (utterance, label) => new HeldOutScores(network.Score(Features.Vectorize(utterance)), label));
    }
}
