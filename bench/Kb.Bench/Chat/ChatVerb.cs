using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Kb.Bench.Chat;

/// <summary><c>chat</c>: how many student turns a second the product answers in time, against a bare endpoint in the same run.</summary>
internal static class ChatVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "A server that runs; its data folder fills with conversations." };
        var server = new Option<FileInfo>("--server") { Description = "Kb.Web.dll or the published binary, to be started with a data folder of its own." };
        server.AcceptExistingOnly();
        var clients = new Option<int>("--clients") { DefaultValueFactory = _ => 50, Description = "Students at the same time; more come where the limit of one student's messages needs them." };
        var rate = new Option<double[]>("--rate") { DefaultValueFactory = _ => [25], Description = "Student turns a second; several rise until the limit breaks.", AllowMultipleArgumentsPerToken = true };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 20, Description = "How long every rate is held." };
        var limit = new Option<double>("--limit-ms") { DefaultValueFactory = _ => 100, Description = "Milliseconds within which 99 turns in a hundred must be answered." };
        var json = new Option<bool>("--json") { Description = "Print only the JSON line." };

        url.Validators.Add(given =>
        {
            if (AddressOf(given.Tokens is [.., var last] ? last.Value : null) is null)
            {
                given.AddError("--url takes the address of a server, as in http://127.0.0.1:5000.");
            }
        });
        foreach (var number in new Option[] { clients, rate, seconds, limit })
        {
            number.Validators.Add(OnlyPositive);
        }

        var verb = new Command("chat", "Put student turns to a running server at fixed rates, and to a bare endpoint; print what was accepted, lost, and when replies could be read.")
        {
            url, server, clients, rate, seconds, limit, json,
        };
        verb.Validators.Add(result =>
        {
            // A result, not a value: asking for the value of an option that is wrong by itself throws.
            if (result.GetResult(url) is null == (result.GetResult(server) is null))
            {
                result.AddError("Give either --url or --server.");
            }
        });
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var run = new ChatRun(
                AddressOf(parsed.GetValue(url)), parsed.GetValue(server), parsed.GetValue(clients), [.. parsed.GetValue(rate)!.Order()],
                TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(limit));
            Figures.Print(await run.MeasureAsync(cancellationToken), parsed.GetValue(json));
            return 0;
        });
        return verb;
    }

    /// <summary>With a slash at its end: what is asked of the server lies below the whole address.</summary>
    private static Uri? AddressOf(string? given) =>
        Uri.TryCreate(given?.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static void OnlyPositive(OptionResult given)
    {
        if (given.Tokens.Any(token => !double.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) || number is not (> 0 and < double.PositiveInfinity)))
        {
            given.AddError($"{given.Option.Name} takes numbers above 0.");
        }
    }
}
