using System.Collections.Immutable;
using System.Text.Json;
using Kb.Bot.Intents;
using Kb.Content;
using Kb.Content.Facts;
using Kb.Web.Hosting;

namespace Kb.Web.Knowledge.Models;

/// <summary>
/// Trained models as files named by what they were trained from, so that a restart does not train again. A disposable cache: a
/// damaged, missing or foreign file is trained anew, and a disk that cannot be written costs only time.
/// </summary>
/// <param name="folder">Where the files lie.</param>
/// <param name="time">Says when, and measures how long.</param>
internal sealed class IntentModelCache(string folder, TimeProvider time)
{
    /// <summary>Models that are kept, those used last: an editor who takes an edit back should not wait.</summary>
    private const int Kept = 5;

    private const string Extension = ".kbim";

    private static readonly TrainingOptions Options = new();

    /// <summary>Names the model that a base gives; null for a base without anything to learn from.</summary>
    public static string? IdOf(KnowledgeBase knowledge)
    {
        var set = TrainingSet.From(knowledge);
        return set.Phrases.Any(phrase => phrase.Intent is not null) ? IntentTrainer.FingerprintOf(set, Options) : null;
    }

    /// <summary>The model that a base gives, out of its file or trained now.</summary>
    /// <param name="knowledge">Has something to learn from.</param>
    /// <param name="id">Of <see cref="IdOf"/>.</param>
    /// <param name="steps">Told how far it is.</param>
    /// <param name="cancellationToken">Ends a training.</param>
    public NetworkClassifier LoadOrTrain(KnowledgeBase knowledge, string id, BuildSteps steps, CancellationToken cancellationToken)
    {
        if (Load(id, steps) is { } known)
        {
            return known;
        }

        var set = TrainingSet.From(knowledge);
        var count = set.Phrases.Length;
        var started = time.GetTimestamp();
        var model = steps.Run(
            $"Учу бота на {count} {RussianPlural.Form(count, "фразе", "фразах", "фразах")}",
            () => IntentTrainer.Train(set, Options, new PercentProgress(steps.Progress), cancellationToken));
        Keep(id, IntentModelFile.Write(model, id), new Training(time.GetUtcNow(), Math.Round(time.GetElapsedTime(started).TotalSeconds, 1)));
        return model;
    }

    /// <summary>The model of this name; null when there is none that can be read.</summary>
    public NetworkClassifier? Load(string id, BuildSteps steps)
    {
        Touch(id);
        return Find(id) is { } file ? steps.Run("Открываю модель бота", () => IntentModelFile.Read(File.ReadAllBytes(file.FullName), id)) : null;
    }

    /// <summary>Makes a model the last of those that are thrown away.</summary>
    public void Touch(string id)
    {
        try
        {
            Find(id)?.LastWriteTimeUtc = time.GetUtcNow().UtcDateTime;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A disk that may only be read: nothing is thrown away there either.
        }
    }

    /// <summary>The model that was used last before this one; null when there is none that can still be read.</summary>
    /// <param name="id">The one that it is not.</param>
    public NetworkClassifier? Before(string? id) => Files()
        .Where(file => NameOf(file) != id)
        .Select(file => IntentModelFile.Read(File.ReadAllBytes(file.FullName), fingerprint: null))
        .FirstOrDefault(model => model is not null);

    /// <summary>What is kept, the one used last first; a file of another version of the program is left out.</summary>
    public ImmutableArray<KeptModel> List() => [.. Files().Select(Describe).OfType<KeptModel>()];

    private static string NameOf(FileInfo file) => Path.GetFileNameWithoutExtension(file.Name);

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(folder).EnumerateFiles("*" + Extension).OrderByDescending(file => file.LastWriteTimeUtc);

    /// <summary>By comparison, never as a path: a name may come from outside.</summary>
    private FileInfo? Find(string id) => Files().FirstOrDefault(file => NameOf(file) == id);

    private KeptModel? Describe(FileInfo file)
    {
        using var stream = file.OpenRead();
        return IntentModelFile.ReadMetrics(stream) is { } metrics ? new KeptModel(NameOf(file), file.Length, metrics, ReadTraining(NameOf(file))) : null;
    }

    private Training? ReadTraining(string id)
    {
        try
        {
            return JsonSerializer.Deserialize<Training>(File.ReadAllBytes(TrainingFile(id)), KbJson.Options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private string TrainingFile(string id) => Path.Combine(folder, id + ".json");

    private void Keep(string id, byte[] bytes, Training training)
    {
        try
        {
            WholeFile.Write(TrainingFile(id), JsonSerializer.SerializeToUtf8Bytes(training, KbJson.Options));
            WholeFile.Write(Path.Combine(folder, id + Extension), bytes);
            foreach (var old in Files().Skip(Kept))
            {
                old.Delete();
                File.Delete(TrainingFile(NameOf(old)));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Without the cache the next start trains again.
        }
    }

    /// <summary>Says every fifth of the training, once.</summary>
    private sealed class PercentProgress(IProgress<string> progress) : IProgress<TrainingProgress>
    {
        private int _said;

        public void Report(TrainingProgress value)
        {
            var fifth = (int)(value.Share * 5);
            if (fifth > Volatile.Read(ref _said) && Interlocked.Exchange(ref _said, fifth) < fifth)
            {
                progress.Report($"Обучение: {fifth * 20} %");
            }
        }
    }
}

/// <summary>When and how long a model was trained: beside its file and not in it, where the same seed must give the same bytes.</summary>
/// <param name="At">When it was done.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Training(DateTimeOffset At, double Seconds);

/// <summary>A model that can be used at once.</summary>
/// <param name="Id">Fingerprint of the phrases and options that it was trained from: 64 hex digits.</param>
/// <param name="Bytes">Size of its file.</param>
/// <param name="Metrics">What its training found out.</param>
/// <param name="Training">When that was; null when nobody knows.</param>
public sealed record KeptModel(string Id, long Bytes, ModelMetrics Metrics, Training? Training);
