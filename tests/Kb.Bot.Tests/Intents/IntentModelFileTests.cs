using Kb.Bot.Intents;
using Kb.Bot.Tests.Samples;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Intents;

public sealed class IntentModelFileTests
{
    private const string Fingerprint = "abc";

    private static readonly byte[] File = IntentModelFile.Write(SampleBot.Classifier, Fingerprint);

    [Fact]
    public void A_model_read_back_ranks_exactly_as_the_one_that_was_written()
    {
        var read = IntentModelFile.Read(File, Fingerprint);

        Assert.NotNull(read);
        foreach (var message in new[] { "как скачать сертификат", "пароль", "рецепт", "" })
        {
            Assert.Equal(SampleBot.Classifier.Rank(Utterance.Read(message), 5).ToArray(), read.Rank(Utterance.Read(message), 5).ToArray());
        }

        Assert.Equal(File, IntentModelFile.Write(read, Fingerprint));
    }

    [Fact]
    public void A_model_read_back_tells_what_its_training_found_out()
    {
        var metrics = IntentModelFile.Read(File, Fingerprint)!.Metrics;

        Assert.Equal(SampleBot.Classifier.Metrics, metrics);
        Assert.Equal(metrics, IntentModelFile.ReadMetrics(new MemoryStream(File)));
        Assert.Equal(SampleBot.Classifier.Intents.Length, metrics.Intents);
        Assert.InRange(metrics.Phrases, metrics.Intents, 1_000);
        Assert.InRange(metrics.Accuracy, 0.3, 1);
    }

    [Fact]
    public void A_model_of_other_phrases_is_not_read() => Assert.Null(IntentModelFile.Read(File, "abd"));

    [Fact]
    public void A_damaged_file_is_not_read()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var damaged = File.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);

            Assert.Null(IntentModelFile.Read(damaged, Fingerprint));
        }
    }

    [Fact]
    public void A_cut_or_foreign_file_is_not_read()
    {
        foreach (var length in new[] { 0, 1, 31, 32, 33, 100, File.Length / 2, File.Length - 1 })
        {
            Assert.Null(IntentModelFile.Read(File[..length], Fingerprint));
            Assert.Equal(length >= 100, IntentModelFile.ReadMetrics(new MemoryStream(File[..length])) is not null);
        }

        Assert.Null(IntentModelFile.Read("SQLite format 3\0 and a lot of bytes after it, more than a checksum"u8.ToArray(), Fingerprint));
    }
}
