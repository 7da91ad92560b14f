using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Kb.Bot.Intents.Calibration;
using Kb.Bot.Intents.Features;
using Kb.Bot.Intents.Softmax;
using Kb.Bot.Understanding;

namespace Kb.Bot.Intents;

/// <summary>Trains the classifier. The same phrases, options and seed give the same model, byte for byte, on any number of threads.</summary>
public static class IntentTrainer
{
    /// <summary>Changes whenever code changes what the same phrases teach, so that no stale model is loaded.</summary>
    private const string Recipe = "softmax-1";

    /// <summary>One job needs two cores at most: a start must leave the machine to the server.</summary>
    private const int Threads = 2;

    /// <summary>Trains on all phrases, and beside it on parts of them to learn how sure to be.</summary>
    /// <param name="set">At least one phrase with an intent.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told about twenty times; null when nobody listens.</param>
    /// <param name="cancellationToken">Checked after every pass.</param>
    /// <exception cref="ArgumentException">No phrase has an intent.</exception>
    public static SoftmaxRegression Train(TrainingSet set, TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var intents = set.Phrases.Select(phrase => phrase.Intent).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        if (intents.IsEmpty)
        {
            throw new ArgumentException("There is no phrase with an intent to learn from.", nameof(set));
        }

        var utterances = set.Phrases.Select(phrase => Utterance.Read(phrase.Text)).ToImmutableArray();
        var labels = set.Phrases.Select(phrase => phrase.Intent is { } intent ? intents.BinarySearch(intent, StringComparer.Ordinal) : intents.Length).ToImmutableArray();
        var material = new Material(utterances, labels, intents.Length + (labels.Contains(intents.Length) ? 1 : 0));
        var folds = Folds.Of(utterances);
        var foldOptions = options with { Passes = (options.Passes + 1) / 2 };
        var reporter = new Reporter(progress, utterances.Length, options.Passes + (foldOptions.Passes * Folds.HeldOut.Length), cancellationToken);

        Fitted? final = null;
        var heldOut = new HeldOutScores[Folds.HeldOut.Length];
        Parallel.For(0, Folds.HeldOut.Length + 1, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken }, job =>
        {
            if (job == 0)
            {
                final = Fit(material, options, reporter);
                final.Weights.Quantize();
            }
            else
            {
                var fold = Folds.HeldOut[job - 1];
                // With features of its own: a word that only the held-out phrases know must be as unknown to it as to the final model.
                heldOut[job - 1] = HeldOutScores.Of(Fit(material.Where(i => folds[i] != fold), foldOptions, reporter), material.Where(i => folds[i] == fold));
            }
        });

        return new SoftmaxRegression(intents, final!.Features, final.Weights, Temperature.FitSharpness(heldOut));
    }

    /// <summary>Names the model that these phrases and options give: 64 lower-case hex digits.</summary>
    public static string FingerprintOf(TrainingSet set, TrainingOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append($"{Recipe}\0{options}\0");
        foreach (var (text, intent) in set.Phrases)
        {
            Append($"{intent}\0{text}\0");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(FormattableString text) => hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(text)));
    }

    private static Fitted Fit(Material material, TrainingOptions options, Reporter reporter)
    {
        var features = FeatureSpace.Build(material.Utterances, options.MinLetterPhrases);
        var weights = SoftmaxTrainer.Fit(
            [.. material.Utterances.Select(features.Vectorize)],
            material.Labels,
            (features.Count, material.Classes),
            new SoftmaxOptions(options.Strength, options.Passes),
            options.Seed,
            reporter.OnPass);
        return new Fitted(features, weights);
    }

    private sealed class Reporter(IProgress<TrainingProgress>? progress, int phrases, int total, CancellationToken cancellationToken)
    {
        private int _done;

        public void OnPass(int pass)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new TrainingProgress((double)Interlocked.Increment(ref _done) / total, phrases));
        }
    }
}

/// <summary>A training set with its intents as numbers.</summary>
/// <param name="Utterances">The phrases.</param>
/// <param name="Labels">The class of each.</param>
/// <param name="Classes">How many classes there are; labels are below it.</param>
internal sealed record Material(ImmutableArray<Utterance> Utterances, ImmutableArray<int> Labels, int Classes)
{
    /// <summary>The phrases at the places that are included.</summary>
    public Material Where(Func<int, bool> included)
    {
        var places = Enumerable.Range(0, Labels.Length).Where(included).ToList();
        return new Material([.. places.Select(i => Utterances[i])], [.. places.Select(i => Labels[i])], Classes);
    }
}

/// <summary>What a fit gave.</summary>
internal sealed record Fitted(FeatureSpace Features, SoftmaxWeights Weights);
