using System.Diagnostics;
using Kb.Bench.Retrieval;

namespace Kb.Bench.Comparison;

/// <summary>Runs engines on sets, one process after the other: on a machine that is never quite idle only turns are fair.</summary>
/// <param name="contestants">Who takes part, in the order of the turns.</param>
/// <param name="core">The core that all of them run on.</param>
/// <param name="turns">How often; 1 or more.</param>
/// <param name="work">Folder for what the engines write.</param>
public sealed class Comparison(IReadOnlyList<Contestant> contestants, int core, int turns, string work)
{
    /// <summary>For every set the median figures of everybody, in their order.</summary>
    /// <exception cref="InvalidDataException">An engine failed or printed something else than its figures.</exception>
    public async Task<IReadOnlyList<(string Set, IReadOnlyList<PeerFigures> Figures)>> RunAsync(IReadOnlyList<NamedSet> sets, CancellationToken cancellationToken)
    {
        var rows = new List<(string Set, IReadOnlyList<PeerFigures> Figures)>();
        foreach (var set in sets)
        {
            var files = SetFiles.Of(set, work);
            var runs = contestants.Select(_ => new List<PeerFigures>()).ToArray();
            for (var turn = 0; turn < turns; turn++)
            {
                for (var i = 0; i < contestants.Count; i++)
                {
                    Figures.Progress($"{files.Name}: {contestants[i].Name}");
                    runs[i].Add(await RunAsync(contestants[i], files, cancellationToken));
                }
            }

            rows.Add((files.Name, [.. runs.Select(PeerFigures.MedianOf)]));
        }

        return rows;
    }

    private async Task<PeerFigures> RunAsync(Contestant contestant, SetFiles files, CancellationToken cancellationToken)
    {
        using var process = Process.Start(contestant.Start(files, core, work)) ?? throw new InvalidDataException($"{contestant.Name} did not start.");
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var last = output.TrimEnd().Split('\n')[^1];
            return (process.ExitCode == 0 ? PeerFigures.Parse(last, contestant.IsOurs) : null)
                ?? throw new InvalidDataException($"{contestant.Name} ended with {process.ExitCode} and '{last}' on {files.Name}.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
