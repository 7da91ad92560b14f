using System.Collections.Immutable;
using Kb.Bot.Intents.Calibration;
using Kb.Bot.Intents.Features;
using Kb.Bot.Intents.Network;

namespace Kb.Bot.Intents;

/// <summary>One training of all networks on the same phrases. Each may learn on a thread of its own, or now on one and then on another.</summary>
internal sealed class Lesson(Material material, TrainingOptions options)
{
    private readonly NetworkTrainer?[] _trainers = new NetworkTrainer?[options.Networks];
    private IntentNetwork? _network;
    private readonly Lazy<(FeatureSpace Features, ImmutableArray<SparseVector> Vectors)> _prepared = new(() =>
    {
        var features = FeatureSpace.Build(material.Utterances, material.Labels, options.MinPhrases);
        return (features, [.. material.Utterances.Select(features.Vectorize)]);
    });

    /// <summary>The features of these phrases.</summary>
    public FeatureSpace Features => _prepared.Value.Features;

    /// <summary>One more pass of one of the networks over the phrases; for one thread at a time.</summary>
    public void Pass(int network)
    {
        var trainer = _trainers[network] ??= new NetworkTrainer(
            _prepared.Value.Vectors, material.Labels, new NetworkShape(Features.Count, options.Hidden, material.Classes), options.Passes, options.Seed + network);
        trainer.Pass();
    }

    /// <summary>The networks in one, once all have learnt.</summary>
    public IntentNetwork Network() => _network ??= IntentNetwork.Join([.. _trainers.OfType<NetworkTrainer>().Select(trainer => trainer.Weights)]);

    /// <summary>Scores phrases that it did not learn.</summary>
    public IEnumerable<HeldOutScores> Examine(Material heldOut)
    {
        var network = Network();
        return heldOut.Utterances.Zip(heldOut.Labels, (utterance, label) => new HeldOutScores(network.Score(Features.Vectorize(utterance)), label));
    }
}
