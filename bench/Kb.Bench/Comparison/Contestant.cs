using System.Diagnostics;
using System.Globalization;

namespace Kb.Bench.Comparison;

/// <summary>One who takes part: a program that indexes a corpus, answers judged queries and prints its figures as a line of JSON.</summary>
/// <param name="Name">Heading of its column.</param>
/// <param name="Command">Program and arguments up to those that name the files.</param>
/// <param name="IsOurs">Whether it is this very program, whose figures have our keys.</param>
public sealed record Contestant(string Name, IReadOnlyList<string> Command, bool IsOurs)
{
    /// <summary>The product, in a process of its own like everybody else.</summary>
    public static Contestant Ours(string name, string assembly) => new(name, ["dotnet", assembly, "retrieval", "--json"], IsOurs: true);

    /// <summary>Another engine.</summary>
    /// <param name="notation"><c>NAME</c> or <c>NAME:fuzzy</c>, as the runner names it.</param>
    /// <param name="python">Interpreter that has the engines' bindings.</param>
    /// <param name="runner">Script: <c>run.py NAME --corpus C --queries Q --qrels R [--fuzzy] --core N</c>.</param>
    public static Contestant Peer(string notation, string python, string runner) => notation.Split(':') switch
    {
        [var name, "fuzzy"] => new Contestant($"{name} + fuzzy", [python, runner, name, "--fuzzy"], IsOurs: false),
        _ => new Contestant(notation, [python, runner, notation], IsOurs: false),
    };

    /// <summary>How to start it on one core.</summary>
    public ProcessStartInfo Start(SetFiles files, int core, string work)
    {
        string[] place = IsOurs && OperatingSystem.IsLinux() ? ["taskset", "-c", core.ToString(CultureInfo.InvariantCulture)] : [];
        string[] pinned = IsOurs ? [] : ["--core", core.ToString(CultureInfo.InvariantCulture)];
        string[] all = [.. place, .. Command, "--corpus", files.Corpus, "--queries", files.Queries, "--qrels", files.Qrels, .. pinned];
        return new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, Environment = { ["PEERS_WORK"] = work } };
    }
}
