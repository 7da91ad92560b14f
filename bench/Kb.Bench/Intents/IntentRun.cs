using System.Diagnostics;
using Kb.Bot.Intents;
using Kb.Bot.Intents.Calibration;
using Kb.Bot.Understanding;

namespace Kb.Bench.Intents;

/// <summary>Trains the product's classifier as the product does, and measures it.</summary>
internal static class IntentRun
{
    public static List<KeyValuePair<string, object?>> Measure(IntentSet set, TrainingOptions options)
    {
        var training = new TrainingSet([.. set.Train.Select(phrase => new TrainingPhrase(phrase.Text, phrase.Intent))]);
        Figures.Progress($"training on {training.Phrases.Length} phrases");
        var clock = Stopwatch.StartNew();
        var model = IntentTrainer.Train(training, options, new Reporter(), CancellationToken.None);
        var trainSeconds = clock.Elapsed.TotalSeconds;

        foreach (var (text, _) in set.Test.Take(200))
        {
            Guess(model, text); // Warm up: the first calls pay for compilation.
        }

        clock.Restart();
        var guesses = set.Test.Select(phrase => Guess(model, phrase.Text)).ToList();
        var perMessage = clock.Elapsed.TotalMicroseconds / set.Test.Count;
        var results = set.Test.Zip(guesses, (phrase, guess) => (Right: phrase.Intent, Guess: guess.Intent)).ToList();
        List<KeyValuePair<string, object?>> figures =
        [
            new("accuracy", Rounded(results.Average(result => result.Right == result.Guess ? 1.0 : 0.0))),
            new("macro_f1", Rounded(IntentFigures.MacroF1(results))),
            new("ece", Rounded(CalibrationError.Of([.. results.Zip(guesses, (result, guess) => (guess.Confidence, result.Right == result.Guess))]))),
            new("ece_of_chance", Rounded(IntentFigures.CalibrationErrorOfChance(guesses.ConvertAll(guess => guess.Confidence)))),
            new("mean_confidence", Rounded(guesses.Average(guess => guess.Confidence))),
            new("train_seconds", Math.Round(trainSeconds, 2)),
            new("us_per_message", Math.Round(perMessage, 1)),
            new("model_bytes", IntentModelFile.Write(model, "bench").Length),
            new("train_phrases", training.Phrases.Length),
            new("test_phrases", set.Test.Count),
        ];
        if (set.OutOfScope.Count > 0)
        {
            var inScope = guesses.ConvertAll(guess => guess.Confidence);
            var outOfScope = set.OutOfScope.Select(text => Guess(model, text).Confidence).ToList();
            figures.Add(new("auroc", Rounded(IntentFigures.AreaUnderCurve(inScope, outOfScope))));
            figures.Add(new("refused_at_95", Rounded(IntentFigures.RefusedAt95(inScope, outOfScope))));
            figures.Add(new("oos_phrases", outOfScope.Count));
        }

        return figures;
    }

    private static ScoredIntent Guess(NetworkClassifier model, string text) => model.Rank(Utterance.Read(text), 1)[0];

    private static double Rounded(double value) => Math.Round(value, 4);

    private sealed class Reporter : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Figures.Progress($"trained {value.Share:P0}");
    }
}
