using Kb.Bot.Intents;
using Kb.Bot.Tests.Samples;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Intents;

public sealed class IntentTrainerTests
{
    private static readonly TrainingSet Phrases = TrainingSet.From(SampleBase.Knowledge);
    private static readonly TrainingOptions Options = new();

    [Fact]
    public void Same_phrases_and_seed_give_the_same_model_byte_for_byte()
    {
        var first = IntentModelFile.Write(Train(Phrases, Options), "f");
        var second = IntentModelFile.Write(Train(Phrases, Options), "f");

        Assert.Equal(first, second);
    }

    [Fact]
    public void Progress_goes_from_nothing_to_all()
    {
        var seen = new List<double>();

        _ = IntentTrainer.Train(Phrases, Options, new Recorder(seen), CancellationToken.None);

        Assert.Equal(1, seen.Max());
        Assert.InRange(seen.Count, 10, 500);
    }

    [Fact]
    public void Training_stops_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => IntentTrainer.Train(Phrases, Options, progress: null, source.Token));
    }

    [Fact]
    public void Nothing_to_learn_from_is_an_error_that_says_so() =>
        Assert.Throws<ArgumentException>(() => Train(new TrainingSet([new TrainingPhrase("погода", null)]), Options));

    [Fact]
    public void One_intent_with_one_phrase_can_be_trained() =>
        Assert.Equal(["only"], Train(new TrainingSet([new TrainingPhrase("где сертификат", "only")]), Options).Intents.ToArray());

    [Fact]
    public void Fingerprint_names_phrases_and_options()
    {
        var one = IntentTrainer.FingerprintOf(Phrases, Options);

        Assert.Equal(one, IntentTrainer.FingerprintOf(TrainingSet.From(SampleBase.Knowledge), new TrainingOptions()));
        Assert.NotEqual(one, IntentTrainer.FingerprintOf(Phrases, Options with { Seed = 2 }));
        Assert.NotEqual(one, IntentTrainer.FingerprintOf(new TrainingSet(Phrases.Phrases[1..]), Options));
        Assert.NotEqual(one, IntentTrainer.FingerprintOf(Phrases with { Checks = [new TrainingPhrase("где серт", "certificate-get")] }, Options));
    }

    [Fact]
    public void Checks_that_fail_make_the_model_less_sure_and_change_no_guess()
    {
        var options = Options with { Networks = 1, Hidden = 32 };
        var wrong = Phrases.Phrases.Where(phrase => phrase.Intent is not null).Select(phrase => phrase with { Intent = "greeting" });

        var trusting = Train(Phrases with { Checks = Phrases.Phrases.AddRange(Phrases.Phrases).AddRange(Phrases.Phrases) }, options);
        var doubting = Train(Phrases with { Checks = [.. wrong, .. wrong, .. wrong] }, options);

        foreach (var message in new[] { "как скачать сертификат", "забыл пароль", "оформите возврат" })
        {
            var (sure, unsure) = (trusting.Rank(Utterance.Read(message), 1)[0], doubting.Rank(Utterance.Read(message), 1)[0]);
            Assert.Equal(sure.Intent, unsure.Intent);
            Assert.InRange(unsure.Confidence, 0, sure.Confidence - 0.2);
        }
    }

    [Fact]
    public void Metrics_count_the_checks_that_are_ours_and_how_many_of_them_are_guessed()
    {
        var options = Options with { Networks = 1, Hidden = 32 };
        var learned = Phrases.Phrases.Where(phrase => phrase.Intent is not null).Take(50).ToList();
        var others = Phrases.Phrases.Where(phrase => phrase.Intent is null).ToList();
        var mislabelled = learned.Select(phrase => phrase with { Intent = "greeting" });

        var metrics = Train(Phrases with { Checks = [.. learned, .. learned, .. learned, .. mislabelled, .. others] }, options).Metrics;

        Assert.Equal((Phrases.Phrases.Length, 14, 200, true), (metrics.Phrases, metrics.Intents, metrics.Examined, metrics.OnChecks));
        Assert.InRange(metrics.Accuracy, 0.72, 0.75);
        Assert.InRange(metrics.CalibrationError, 0.0, 0.2);
    }

    [Fact]
    public void Metrics_without_checks_are_read_off_phrases_that_were_held_out()
    {
        var metrics = Train(Phrases, Options with { Networks = 1, Hidden = 32 }).Metrics;

        Assert.False(metrics.OnChecks);
        Assert.Equal(Phrases.Phrases.Count(phrase => phrase.Intent is not null), metrics.Examined);
        Assert.InRange(metrics.Accuracy, 0.3, 0.99);
    }

    private static NetworkClassifier Train(TrainingSet set, TrainingOptions options) => IntentTrainer.Train(set, options, progress: null, CancellationToken.None);

    private sealed class Recorder(List<double> seen) : IProgress<TrainingProgress>
    {
        private readonly Lock _lock = new();

        public void Report(TrainingProgress value)
        {
            lock (_lock)
            {
                seen.Add(value.Share);
            }
        }
    }
}
