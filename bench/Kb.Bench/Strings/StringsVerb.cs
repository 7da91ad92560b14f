using System.CommandLine;

namespace Kb.Bench.Strings;

/// <summary><c>strings</c>: whether any text breaks or slows down the searches of a running server.</summary>
internal static class StringsVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var server = new Option<string>("--server") { Required = true, Description = "Where Kb runs, with its limits raised: Kb__Limits__RequestsPerCaller=1000000." };
        var key = new Option<string>("--key") { Required = true, Description = "A key of the role agent: kb key add --role agent --name bench." };
        var count = new Option<int>("--count") { Description = "How many strings; each is sent to both searches.", DefaultValueFactory = _ => 5_000 };
        var seed = new Option<int>("--seed") { Description = "Of the strings.", DefaultValueFactory = _ => 22 };
        var json = new Option<bool>("--json") { Description = "Print only the JSON line." };

        var verb = new Command("strings", "Send strings of any sort to both searches of a running server; print the answers by status, and the time of one.")
        {
            server, key, count, seed, json,
        };
        verb.SetAction(async (parsed, _) =>
        {
            if (!Uri.TryCreate(parsed.GetRequiredValue(server), UriKind.Absolute, out var address))
            {
                throw new InvalidDataException($"--server is no address: {parsed.GetRequiredValue(server)}");
            }

            var figures = await StringsRun.MeasureAsync(address, parsed.GetRequiredValue(key), Math.Max(1, parsed.GetValue(count)), parsed.GetValue(seed));
            Figures.Print(figures, parsed.GetValue(json));
            return figures.Single(figure => figure.Key == "broken").Value is 0 ? 0 : 1;
        });
        return verb;
    }
}
