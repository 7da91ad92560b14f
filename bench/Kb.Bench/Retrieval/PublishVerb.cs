using System.CommandLine;
using Kb.Bench.Data;

namespace Kb.Bench.Retrieval;

/// <summary><c>publish</c>: how soon a published document is found in a large index, and what a snapshot and a document cost.</summary>
public static class PublishVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var corpus = new Option<FileInfo>("--corpus") { Required = true, Description = "Documents: .jsonl or .jsonl.gz with id, title, text." };
        var queries = new Option<FileInfo>("--queries") { Required = true, Description = "Queries of the load: .jsonl with id, text." };
        var documents = new Option<int>("--documents") { DefaultValueFactory = _ => 100_000, Description = "How many documents of the corpus to begin with." };
        var publishes = new Option<int>("--publishes") { DefaultValueFactory = _ => 1_000, Description = "How many to publish after that." };
        var json = new Option<bool>("--json") { Description = "Print only the JSON line." };
        corpus.AcceptExistingOnly();
        queries.AcceptExistingOnly();

        var verb = new Command("publish", "Publish documents one by one into a large index while another thread searches and merges run.")
        {
            corpus, queries, documents, publishes, json,
        };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var begin = JsonLines.Read<CorpusDocument>(parsed.GetRequiredValue(corpus).FullName).Take(parsed.GetValue(documents)).ToArray();
            var load = JsonLines.Read<BenchQuery>(parsed.GetRequiredValue(queries).FullName).ToArray();
            if (begin.Length == 0 || load.Length == 0)
            {
                throw new InvalidDataException($"{parsed.GetRequiredValue(begin.Length == 0 ? corpus : queries).FullName}: nothing to read.");
            }

            Figures.Print(await PublishRun.MeasureAsync(begin, load, parsed.GetValue(publishes), cancellationToken), parsed.GetValue(json));
            return 0;
        });
        return verb;
    }
}
