using System.CommandLine;
using Kb.Bot.Intents;

namespace Kb.Bench.Intents;

/// <summary><c>intents</c>: how well and how fast the product's classifier guesses intents, and what it does not take for one.</summary>
internal static class IntentsVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var train = new Option<FileInfo>("--train") { Required = true, Description = "Phrases to learn from: .tsv with text, intent; the intent «oos» is an example of what is out of scope." };
        var test = new Option<FileInfo>("--test") { Required = true, Description = "Phrases to judge: .tsv with text, intent; rows «oos» join --oos." };
        var oos = new Option<FileInfo>("--oos") { Description = "Phrases that must be refused: .tsv with text." };
        var drop = new Option<FileInfo>("--drop") { Description = "Intents, one a line, to leave out of training; their test rows are out of scope." };
        var seed = new Option<int>("--seed") { Description = "Order of training.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print only the JSON line." };
        foreach (var file in new[] { train, test, oos, drop })
        {
            file.AcceptExistingOnly();
        }

        var verb = new Command("intents", "Train the classifier on labelled phrases; print accuracy, calibration, refusal, speed and size.")
        {
            train, test, oos, drop, seed, json,
        };
        verb.SetAction(parsed =>
        {
            var set = IntentSet.Read(
                parsed.GetRequiredValue(train).FullName, parsed.GetRequiredValue(test).FullName, parsed.GetValue(oos)?.FullName, parsed.GetValue(drop)?.FullName);
            var options = new TrainingOptions { Seed = parsed.GetValue(seed) };
            Figures.Print(IntentRun.Measure(set, options), parsed.GetValue(json));
            return 0;
        });
        return verb;
    }
}
