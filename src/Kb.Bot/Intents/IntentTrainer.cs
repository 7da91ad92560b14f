using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Kb.Bot.Intents.Calibration;

namespace Kb.Bot.Intents;

/// <summary>Trains the classifier. The same phrases, options and seed give the same model, byte for byte, on any number of threads.</summary>
public static class IntentTrainer
{
    /// <summary>Changes whenever code changes what the same phrases teach, so that no stale model is loaded.</summary>
    private const string Recipe = "network-7";

    /// <summary>One job needs two cores at most: a start must leave the machine to the server.</summary>
    private const int Threads = 2;

    /// <summary>With so many checks no phrases are held out: it takes half of the time, and three numbers need no more.</summary>
    private const int EnoughChecks = 200;

    /// <summary>Trains on all phrases, and learns how sure to be: from the checks, or where they are few from parts of the phrases held out.</summary>
    /// <param name="set">At least one phrase with an intent.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after every pass; null when nobody listens.</param>
    /// <param name="cancellationToken">Checked after every pass.</param>
    /// <exception cref="ArgumentException">No phrase has an intent.</exception>
    public static NetworkClassifier Train(TrainingSet set, TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var intents = set.Phrases.Select(phrase => phrase.Intent).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        if (intents.IsEmpty)
        {
            throw new ArgumentException("There is no phrase with an intent to learn from.", nameof(set));
        }

        var all = Material.Of(set.Phrases, intents);
        var checks = Material.Of([.. set.Checks.Where(check => check.Intent is null || intents.Contains(check.Intent))], intents);
        var onChecks = checks.Labels.Length >= EnoughChecks;
        var folds = onChecks ? [] : Folds.Of(all.Utterances);
        // With features of its own: a word that only the held-out phrases know must be as unknown to a lesson as new words are to the final model.
        var examined = Enumerable.Range(0, onChecks ? 0 : Folds.Examined(folds.Length)).ToList();
        Lesson[] lessons = [new(all, options), .. examined.Select(fold => new Lesson(all.Where(i => folds[i] != fold), options))];
        var reporter = new Reporter(progress, all.Labels.Length, options.Passes * options.Networks * lessons.Length, cancellationToken);
        Learn(lessons, options, reporter.OnPass, cancellationToken);

        ImmutableArray<HeldOutScores> heldOut = [.. onChecks
            ? lessons[0].Examine(checks)
            : lessons.Skip(1).Zip(examined, (lesson, fold) => lesson.Examine(all.Where(i => folds[i] == fold))).SelectMany(scores => scores)];
        var background = (double)all.Labels.Count(label => label == intents.Length) / all.Labels.Length;
        var confidence = ConfidenceFit.Of(heldOut, intents.Length, background);
        var metrics = ModelMetrics.Of(all.Labels.Length, intents.Length, heldOut, onChecks, confidence);
        return new NetworkClassifier(intents, lessons[0].Features, lessons[0].Network(), confidence, metrics);
    }

    /// <summary>Pass by pass, whoever waited longest: three networks one after another would leave one of two cores idle for a third of the time.</summary>
    private static void Learn(Lesson[] lessons, TrainingOptions options, Action onPass, CancellationToken cancellationToken)
    {
        var turns = new ConcurrentQueue<(Lesson Lesson, int Network, int Pass)>(
            lessons.SelectMany(lesson => Enumerable.Range(0, options.Networks).Select(network => (lesson, network, Pass: 0))));
        var limit = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken };
        Parallel.For(0, Threads, limit, _ =>
        {
            while (turns.TryDequeue(out var turn))
            {
                turn.Lesson.Pass(turn.Network);
                onPass();
                if (turn.Pass + 1 < options.Passes)
                {
                    turns.Enqueue(turn with { Pass = turn.Pass + 1 });
                }
            }
        });
    }

    /// <summary>Names the model that these phrases and options give: 64 lower-case hex digits.</summary>
    public static string FingerprintOf(TrainingSet set, TrainingOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append($"{Recipe}\0{options}\0");
        foreach (var (text, intent) in set.Phrases.Add(default).AddRange(set.Checks))
        {
            Append($"{intent}\0{text}\0");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(FormattableString text) => hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(text)));
    }

    private sealed class Reporter(IProgress<TrainingProgress>? progress, int phrases, int total, CancellationToken cancellationToken)
    {
        private int _done;

        public void OnPass()
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new TrainingProgress((double)Interlocked.Increment(ref _done) / total, phrases));
        }
    }
}
