using System.CommandLine;

namespace Kb.Bench.Retrieval;

/// <summary><c>retrieval</c>: how well and how fast the product's index finds judged documents.</summary>
public static class RetrievalVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var corpus = new Option<FileInfo>("--corpus") { Required = true, Description = "Documents: .jsonl or .jsonl.gz with id, title, text." };
        var queries = new Option<FileInfo>("--queries") { Required = true, Description = "Queries: .jsonl with id, text." };
        var qrels = new Option<FileInfo>("--qrels") { Required = true, Description = "Judgments: .tsv with query-id, doc-id, grade." };
        var textOnly = new Option<bool>("--text-only") { Description = "Leave the titles out of the index (for sets whose queries are titles)." };
        var json = new Option<bool>("--json") { Description = "Print only the JSON line." };
        foreach (var file in new[] { corpus, queries, qrels })
        {
            file.AcceptExistingOnly();
        }

        var verb = new Command("retrieval", "Index a corpus, run judged queries, print nDCG@10, MRR@10, Recall@100, speed and memory.")
        {
            corpus, queries, qrels, textOnly, json,
        };
        verb.SetAction(parsed =>
        {
            var set = RetrievalSet.Read(
                parsed.GetRequiredValue(corpus).FullName, parsed.GetRequiredValue(queries).FullName, parsed.GetRequiredValue(qrels).FullName);
            Figures.Print(RetrievalRun.Measure(set, BenchIndex.Options, parsed.GetValue(textOnly)), parsed.GetValue(json));
            return 0;
        });
        return verb;
    }
}
