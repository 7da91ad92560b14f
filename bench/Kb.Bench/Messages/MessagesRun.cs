using System.Collections.Frozen;
using System.Diagnostics;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Intents;
using Kb.Content.Loading;

namespace Kb.Bench.Messages;

/// <summary>Times what the bot does with a message before it writes a word: the same call as that of the verb <c>classify</c>.</summary>
internal static class MessagesRun
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(3));

    public static List<KeyValuePair<string, object?>> Measure(string content, string[] messages, int passes)
    {
        var knowledge = KnowledgeBaseLoader.Load(content, DateOnly.FromDateTime(Noon.DateTime)).Base
            ?? throw new InvalidDataException($"{content} has errors: «kb check» lists them.");
        var training = TrainingSet.From(knowledge);
        Figures.Progress($"training on {training.Phrases.Length} phrases");
        var clock = Stopwatch.StartNew();
        var model = IntentTrainer.Train(training, new TrainingOptions(), progress: null, CancellationToken.None);
        var trainSeconds = clock.Elapsed.TotalSeconds;
        var bot = SupportBot.Create(knowledge, model, new AnswerOptions());
        var context = new TurnContext(FrozenSet.Create("public", "students"), Noon, "Человек ответит здесь же.");

        Pass(bot, messages, context); // Warm up: the first calls pay for compilation.
        var times = Enumerable.Range(0, passes).Select(_ => Pass(bot, messages, context)).ToList();
        var medians = messages.Select((_, i) => times.Select(pass => pass[i]).Order().ElementAt(passes / 2)).Order().ToArray();
        return
        [
            new("messages", messages.Length),
            new("mean_us", Math.Round(medians.Average(), 1)),
            new("p50_us", Math.Round(medians[medians.Length / 2], 1)),
            new("p99_us", Math.Round(medians[medians.Length * 99 / 100], 1)),
            new("max_us", Math.Round(medians[^1], 1)),
            new("train_seconds", Math.Round(trainSeconds, 2)),
            new("model_bytes", IntentModelFile.Write(model, "bench").Length),
        ];
    }

    /// <summary>Microseconds of every message.</summary>
    private static double[] Pass(SupportBot bot, string[] messages, TurnContext context)
    {
        var times = new double[messages.Length];
        for (var i = 0; i < messages.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            bot.Classify(messages[i], context);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return times;
    }
}
