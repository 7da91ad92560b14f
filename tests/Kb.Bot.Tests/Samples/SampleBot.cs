using System.Collections.Frozen;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Intents;

namespace Kb.Bot.Tests.Samples;

/// <summary>The bot over <see cref="SampleBase"/>, trained once for all tests.</summary>
internal static class SampleBot
{
    private static readonly Lazy<NetworkClassifier> Trained = new(() =>
        IntentTrainer.Train(TrainingSet.From(SampleBase.Knowledge), new TrainingOptions(), progress: null, CancellationToken.None));

    private static readonly Lazy<SupportBot> Bot = new(() => SupportBot.Create(SampleBase.Knowledge, Trained.Value, new AnswerOptions()));

    public static NetworkClassifier Classifier => Trained.Value;

    public static SupportBot Create() => Bot.Value;

    public static TurnContext Context(params IEnumerable<string> grants) => new(
        grants.Append("public").ToFrozenSet(),
        new DateTimeOffset(SampleBase.Today, new TimeOnly(12, 0), TimeSpan.FromHours(3)),
        "Оператор ответит в течение 5 минут.");
}
