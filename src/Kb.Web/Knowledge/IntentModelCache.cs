using Kb.Bot.Intents;
using Kb.Content;
using Kb.Content.Facts;

namespace Kb.Web.Knowledge;

/// <summary>
/// Trained models as files named by what they were trained from, so that a restart does not train again. A disposable cache: a
/// damaged, missing or foreign file is trained anew, and a disk that cannot be written costs only time.
/// </summary>
/// <param name="folder">Where the files lie.</param>
internal sealed class IntentModelCache(string folder)
{
    /// <summary>Models of earlier contents that are kept: an editor who takes an edit back should not wait.</summary>
    private const int Kept = 5;

    /// <summary>The classifier of this base.</summary>
    public IIntentClassifier LoadOrTrain(KnowledgeBase knowledge, BuildSteps steps)
    {
        var set = TrainingSet.From(knowledge);
        var options = new TrainingOptions();
        if (!set.Phrases.Any(phrase => phrase.Intent is not null))
        {
            return new NoIntents();
        }

        var fingerprint = IntentTrainer.FingerprintOf(set, options);
        var file = Path.Combine(folder, fingerprint + ".kbim");
        if (File.Exists(file) && IntentModelFile.Read(File.ReadAllBytes(file), fingerprint) is { } known)
        {
            return known;
        }

        var count = set.Phrases.Length;
        var model = steps.Run(
            $"Учу бота на {count} {RussianPlural.Form(count, "фразе", "фразах", "фразах")}",
            () => IntentTrainer.Train(set, options, new PercentProgress(steps.Progress), CancellationToken.None));
        Keep(file, IntentModelFile.Write(model, fingerprint));
        return model;
    }

    /// <summary>The model that was trained last before that of this base; null when there is none that can still be read.</summary>
    public IIntentClassifier? Before(KnowledgeBase knowledge)
    {
        var current = IntentTrainer.FingerprintOf(TrainingSet.From(knowledge), new TrainingOptions()) + ".kbim";
        return new DirectoryInfo(folder).EnumerateFiles("*.kbim")
            .Where(file => file.Name != current)
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Select(file => IntentModelFile.Read(File.ReadAllBytes(file.FullName), fingerprint: null))
            .FirstOrDefault(model => model is not null);
    }

    private void Keep(string file, byte[] bytes)
    {
        try
        {
            // Moved into place whole: two processes may train at once, and a kill must not leave half a file.
            var next = $"{file}.{Guid.CreateVersion7():N}";
            File.WriteAllBytes(next, bytes);
            File.Move(next, file, overwrite: true);
            foreach (var old in new DirectoryInfo(folder).EnumerateFiles("*.kbim").OrderByDescending(model => model.LastWriteTimeUtc).Skip(Kept))
            {
                old.Delete();
            }
        }
        catch (IOException)
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
