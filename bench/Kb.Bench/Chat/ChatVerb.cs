using System.CommandLine;

namespace Kb.Bench.Chat;

/// <summary><c>chat</c>: how many student turns a second the product answers in time, against a bare endpoint in the same run.</summary>
internal static class ChatVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var url = new Option<Uri>("--url") { Description = "A server that runs; its data folder fills with conversations." };
        var server = new Option<FileInfo>("--server") { Description = "Kb.Web.dll or the published binary, to be started with a data folder of its own." };
        server.AcceptExistingOnly();
        var clients = new Option<int>("--clients") { DefaultValueFactory = _ => 50, Description = "Students at the same time; more come where the limit of one student's messages needs them." };
        var rate = new Option<double[]>("--rate") { DefaultValueFactory = _ => [25], Description = "Student turns a second; several rise until the limit breaks.", AllowMultipleArgumentsPerToken = true };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 20, Description = "How long every rate is held." };
        var limit = new Option<double>("--limit-ms") { DefaultValueFactory = _ => 100, Description = "Milliseconds within which 99 turns in a hundred must be answered." };
        var json = new Option<bool>("--json") { Description = "Print only the JSON line." };

        var verb = new Command("chat", "Put student turns to a running server at fixed rates, and to a bare endpoint; print what was accepted, lost, and when replies could be read.")
        {
            url, server, clients, rate, seconds, limit, json,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(url) is null == (result.GetValue(server) is null))
            {
                result.AddError("Give either --url or --server.");
            }
        });
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var address = parsed.GetValue(url) is { } given ? new Uri(given.ToString().TrimEnd('/') + "/") : null;
            var run = new ChatRun(
                address, parsed.GetValue(server), parsed.GetValue(clients), [.. parsed.GetValue(rate)!.Order()],
                TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(limit));
            Figures.Print(await run.MeasureAsync(cancellationToken), parsed.GetValue(json));
            return 0;
        });
        return verb;
    }
}
