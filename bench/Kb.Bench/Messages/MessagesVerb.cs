using System.CommandLine;
using Kb.Bench.Data;

namespace Kb.Bench.Messages;

/// <summary><c>messages</c>: how long the bot of a content folder takes to understand one message, repair and clauses included.</summary>
internal static class MessagesVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var content = new Option<DirectoryInfo>("--content") { Required = true, Description = "The content folder: the bot is trained on it." };
        var file = new Option<FileInfo>("--in") { Required = true, Description = "Messages, one a line." };
        var passes = new Option<int>("--passes") { Description = "How often each message is read; its time is the median.", DefaultValueFactory = _ => 5 };
        var json = new Option<bool>("--json") { Description = "Print only the JSON line." };
        content.AcceptExistingOnly();
        file.AcceptExistingOnly();

        var verb = new Command("messages", "Read messages with the bot of a content folder; print the time of one: mean, 50th and 99th percentile.")
        {
            content, file, passes, json,
        };
        verb.SetAction(parsed =>
        {
            var lines = TextLines.Read(parsed.GetRequiredValue(file).FullName).ToArray();
            if (lines.Length == 0)
            {
                throw new InvalidDataException($"{parsed.GetRequiredValue(file).FullName}: no messages.");
            }

            Figures.Print(MessagesRun.Measure(parsed.GetRequiredValue(content).FullName, lines, Math.Max(1, parsed.GetValue(passes))), parsed.GetValue(json));
            return 0;
        });
        return verb;
    }
}
