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

        var utterances = set.Phrases.Select(phrase => Utterance.Read(phrase.Text)).ToList();
        var features = FeatureSpace.Build(utterances, options.MinLetterPhrases);
        var material = new Material(
            [.. utterances.Select(features.Vectorize)],
            [.. set.Phrases.Select(phrase => phrase.Intent is { } intent ? intents.BinarySearch(intent, StringComparer.Ordinal) : intents.Length)],
            (features.Count, intents.Length + (set.Phrases.Any(phrase => phrase.Intent is null) ? 1 : 0)));
        var folds = Folds.Of(material.Labels);
        var reporter = new Reporter(progress, set.Phrases.Length, options.Passes * (Folds.HeldOut.Length + 1), cancellationToken);

        var final = new SoftmaxWeights(0, 0);
        var heldOut = new HeldOutScores[Folds.HeldOut.Length];
        Parallel.For(0, Folds.HeldOut.Length + 1, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken }, job =>
        {
            if (job == 0)
            {
                final = Fit(material, _ => true, options, reporter);
                final.Quantize();
            }
            else
            {
                var fold = Folds.HeldOut[job - 1];
                heldOut[job - 1] = HeldOutScores.Of(Fit(material, i => folds[i] != fold, options, reporter), material, i => folds[i] == fold);
            }
        });

        return new SoftmaxRegression(intents, features, final, Temperature.FitSharpness(heldOut));
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

    private static SoftmaxWeights Fit(Material material, Func<int, bool> included, TrainingOptions options, Reporter reporter)
    {
        var chosen = Enumerable.Range(0, material.Vectors.Length).Where(included).ToList();
        return SoftmaxTrainer.Fit(
            [.. chosen.Select(i => material.Vectors[i])],
            [.. chosen.Select(i => material.Labels[i])],
            material.Shape,
            new SoftmaxOptions(options.Strength, options.Passes),
            options.Seed,
            reporter.OnPass);
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

/// <summary>A training set as numbers.</summary>
/// <param name="Vectors">One for each phrase.</param>
/// <param name="Labels">The class of each phrase.</param>
/// <param name="Shape">Number of features and classes.</param>
internal sealed record Material(ImmutableArray<SparseVector> Vectors, ImmutableArray<int> Labels, (int Features, int Classes) Shape);
