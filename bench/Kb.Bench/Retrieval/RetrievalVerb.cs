using System.CommandLine;
using Kb.Bench.Retrieval.Corruptions;

namespace Kb.Bench.Retrieval;

/// <summary><c>retrieval</c>: how well and how fast the product's index finds judged documents.</summary>
public static class RetrievalVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var corpus = new Option<FileInfo>("--corpus") { Description = "Documents: .jsonl or .jsonl.gz with id, title, text." };
        var queries = new Option<FileInfo>("--queries") { Description = "Queries: .jsonl with id, text." };
        var qrels = new Option<FileInfo>("--qrels") { Description = "Judgments: .tsv with query-id, doc-id, grade." };
        var sets = new Option<string[]>("--set")
        {
            Description = "Instead of the three: FOLDER:SPLIT or FOLDER:SPLIT:text-only, where FOLDER has corpus.jsonl[.gz] and SPLIT/{queries.jsonl,qrels.tsv}. May repeat.",
        };
        var textOnly = new Option<bool>("--text-only") { Description = "Leave the titles out of the index (for sets whose queries are titles)." };
        var corrupt = new Option<string>("--corrupt") { Description = $"Spoil the queries: {string.Join("; ", Corruption.All.Select(way => $"{way.Name} ({way.About})"))}." };
        corrupt.AcceptOnlyFromAmong([.. Corruption.All.Select(way => way.Name)]);
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Where chance begins for --corrupt." };
        var asTyped = new Option<bool>("--as-typed") { Description = "Search without query repair." };
        var warm = new Option<int>("--warm") { DefaultValueFactory = _ => 1, Description = "How often all queries run before the clock does." };
        var json = new Option<bool>("--json") { Description = "Print only the JSON line." };
        foreach (var file in new[] { corpus, queries, qrels })
        {
            file.AcceptExistingOnly();
        }

        var verb = new Command("retrieval", "Index a corpus, run judged queries, print nDCG@10, MRR@10, Recall@100, speed and memory.")
        {
            corpus, queries, qrels, sets, textOnly, corrupt, seed, asTyped, warm, json,
        };
        verb.Validators.Add(parsed =>
        {
            // A result, not a value: asking for the value of a file that is not there throws.
            var named = parsed.GetValue(sets) ?? [];
            var files = new[] { corpus, queries, qrels }.Count(file => parsed.GetResult(file) is not null);
            if (named.Length == 0 ? files < 3 : files > 0)
            {
                parsed.AddError("Give --corpus, --queries and --qrels, or one or more --set.");
            }

            foreach (var set in named.Where(set => NamedSet.Parse(set) is null))
            {
                parsed.AddError($"'{set}' is no FOLDER:SPLIT or FOLDER:SPLIT:text-only with its three files.");
            }
        });
        verb.SetAction(parsed =>
        {
            var prepare = parsed.GetValue(corrupt) is { } way
                ? new Func<RetrievalSet, RetrievalSet>(set => set.Corrupted(Corruption.Find(way)!, parsed.GetValue(seed)))
                : set => set;
            var figures = parsed.GetValue(sets) is { Length: > 0 } named
                ? RetrievalTable.Measure([.. named.Select(set => NamedSet.Parse(set)!)], prepare, BenchIndex.Options, parsed.GetValue(asTyped))
                : RetrievalRun.Measure(
                    prepare(RetrievalSet.Read(parsed.GetValue(corpus)!.FullName, parsed.GetValue(queries)!.FullName, parsed.GetValue(qrels)!.FullName)),
                    BenchIndex.Options,
                    parsed.GetValue(textOnly),
                    parsed.GetValue(asTyped),
                    parsed.GetValue(warm));
            Figures.Print(figures, parsed.GetValue(json));
            return 0;
        });
        return verb;
    }
}
