using System.CommandLine;
using Kb.Bench.Retrieval;

namespace Kb.Bench.Comparison;

/// <summary><c>compare</c>: the product and other engines on the same sets, taking turns on the same core.</summary>
public static class CompareVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var sets = new Option<string[]>("--set") { Required = true, Description = "FOLDER:SPLIT or FOLDER:SPLIT:text-only, as for the verb retrieval. May repeat." };
        var runner = new Option<FileInfo>("--runner") { Required = true, Description = "Script that runs a peer: run.py NAME --corpus C --queries Q --qrels R [--fuzzy] --core N." };
        var peers = new Option<string[]>("--peer") { Required = true, Description = "NAME or NAME:fuzzy, as the runner names its engines. May repeat." };
        var python = new Option<string>("--python") { DefaultValueFactory = _ => "python3", Description = "Interpreter for the runner." };
        var turns = new Option<int>("--turns") { DefaultValueFactory = _ => 1, Description = "Runs of everybody on every set, in turns; medians are printed." };
        var core = new Option<int>("--core") { DefaultValueFactory = _ => 1, Description = "The core that all of them run on." };
        var speed = new Option<bool>("--speed") { Description = "Print speed and size for every set too." };
        runner.AcceptExistingOnly();
        turns.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--turns takes 1 or more.");
            }
        });
        var verb = new Command("compare", "Run the product and other engines on the same sets; print Markdown tables of quality and, with --speed, of speed.")
        {
            sets, runner, peers, python, turns, core, speed,
        };
        verb.Validators.Add(parsed =>
        {
            foreach (var set in (parsed.GetValue(sets) ?? []).Where(set => NamedSet.Parse(set) is null))
            {
                parsed.AddError($"'{set}' is no FOLDER:SPLIT or FOLDER:SPLIT:text-only with its three files.");
            }
        });
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            Contestant[] all =
            [
                Contestant.Ours("Kb", typeof(CompareVerb).Assembly.Location),
                .. parsed.GetRequiredValue(peers).Select(peer => Contestant.Peer(peer, parsed.GetRequiredValue(python), parsed.GetRequiredValue(runner).FullName)),
            ];
            var work = Directory.CreateTempSubdirectory("kb-compare-");
            try
            {
                var comparison = new Comparison(all, parsed.GetValue(core), parsed.GetValue(turns), work.FullName);
                var rows = await comparison.RunAsync([.. parsed.GetRequiredValue(sets).Select(set => NamedSet.Parse(set)!)], cancellationToken);
                Print([.. all.Select(contestant => contestant.Name)], rows, parsed.GetValue(speed));
                return 0;
            }
            finally
            {
                work.Delete(recursive: true);
            }
        });
        return verb;
    }

    private static void Print(string[] names, IReadOnlyList<(string Set, IReadOnlyList<PeerFigures> Figures)> rows, bool speed)
    {
        foreach (var line in ComparisonTables.Quality(names, rows))
        {
            Console.Out.WriteLine(line);
        }

        foreach (var (set, figures) in speed ? rows : [])
        {
            Console.Out.WriteLine($"\n{set}\n");
            foreach (var line in ComparisonTables.Speed(names, figures))
            {
                Console.Out.WriteLine(line);
            }
        }

        Figures.Print(
            [.. rows.SelectMany(row => names.Select((name, i) => new KeyValuePair<string, object?>($"{row.Set}/{name}", row.Figures[i])))],
            json: true);
    }
}
