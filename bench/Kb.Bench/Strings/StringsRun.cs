using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Kb.Bench.Strings;

/// <summary>Sends strings of any sort to the searches of a running server, one after another, and times the answers.</summary>
internal static class StringsRun
{
    private const int WarmUp = 300;
    private const int SlowestTold = 5;

    private static readonly string[] Routes = ["/api/search?q=", "/api/help/search?q="];

    /// <returns>The figures; the number of answers that were neither 200 nor 400 among them.</returns>
    public static async Task<List<KeyValuePair<string, object?>>> MeasureAsync(Uri server, string key, int count, int seed)
    {
        using var client = new HttpClient { BaseAddress = server };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var text in AnyStrings.Make(WarmUp, seed + 1))
        {
            await SendAsync(client, text); // The first calls pay for compilation.
        }

        var answers = new List<Answer>();
        foreach (var text in AnyStrings.Make(count, seed))
        {
            answers.AddRange(await SendAsync(client, text));
        }

        foreach (var slow in answers.OrderByDescending(answer => answer.Milliseconds).Take(SlowestTold))
        {
            Figures.Progress($"{slow.Milliseconds:0.0} ms, {slow.Status}: {slow.Route}{slow.Text[..Math.Min(slow.Text.Length, 60)]}… ({slow.Text.Length})");
        }

        var times = answers.Select(answer => answer.Milliseconds).Order().ToArray();
        return
        [
            new("requests", answers.Count),
            new("ok", answers.Count(answer => answer.Status == HttpStatusCode.OK)),
            new("refused", answers.Count(answer => answer.Status == HttpStatusCode.BadRequest)),
            new("broken", answers.Count(answer => answer.Status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest))),
            new("p50_ms", Math.Round(times[times.Length / 2], 2)),
            new("p99_ms", Math.Round(times[times.Length * 99 / 100], 2)),
            new("max_ms", Math.Round(times[^1], 2)),
        ];
    }

    private static async Task<Answer[]> SendAsync(HttpClient client, string text)
    {
        // Half a character cannot be sent as UTF-8: it goes as U+FFFD, as from a browser.
        var sent = Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        var answers = new Answer[Routes.Length];
        for (var i = 0; i < Routes.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(new Uri(Routes[i] + sent, UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            answers[i] = new Answer(Routes[i], sent, response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return answers;
    }

    private sealed record Answer(string Route, string Text, HttpStatusCode Status, double Milliseconds);
}
