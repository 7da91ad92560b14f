using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kb.Bench.Chat;

/// <summary>One student: a session, a conversation, and the stream on which replies come. Sends turns without waiting for earlier ones.</summary>
internal sealed class ChatStudent : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue _session;
    private readonly string _conversation;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<long>> _waiting = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _gate = new();
    private (long Seq, long At) _lastReply;
    private Task _listening = Task.CompletedTask;

    private ChatStudent(HttpClient http, AuthenticationHeaderValue session, string conversation) =>
        (_http, _session, _conversation) = (http, session, conversation);

    /// <summary>Opens a session and a conversation as a visitor whom nobody vouches for, and listens.</summary>
    /// <exception cref="HttpRequestException">The server refused, which spoils the measurement.</exception>
    public static async Task<ChatStudent> ComeAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var opened = await http.PostAsJsonAsync("api/widget/session", new { site = "demo" }, cancellationToken);
        opened.EnsureSuccessStatusCode();
        var session = (await opened.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("session").GetString()!;
        var bearer = new AuthenticationHeaderValue("Bearer", session);
        using var start = Post("api/conversations", new { }, bearer);
        using var started = await http.SendAsync(start, cancellationToken);
        started.EnsureSuccessStatusCode();
        var student = new ChatStudent(http, bearer, (await started.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("id").GetString()!);
        var connected = new TaskCompletionSource();
        student._listening = student.ListenAsync(connected);
        await connected.Task.WaitAsync(cancellationToken);
        return student;
    }

    /// <summary>Takes one turn.</summary>
    /// <param name="text">What is asked.</param>
    /// <param name="due">When it should be sent, as a <see cref="Stopwatch"/> timestamp: time lost before counts as waiting.</param>
    /// <param name="patience">How long to wait for the reply.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<ChatTurn> AskAsync(string text, long due, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Post($"api/conversations/{_conversation}/messages", new { text }, _session);
            using var response = await _http.SendAsync(request, cancellationToken);
            var accepted = Stopwatch.GetElapsedTime(due);
            if (!response.IsSuccessStatusCode)
            {
                return new ChatTurn.Refused((int)response.StatusCode);
            }

            var seq = (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("seq").GetInt64();
            var at = await ReplyAfter(seq).WaitAsync(patience, cancellationToken);
            return new ChatTurn.Answered(accepted, Stopwatch.GetElapsedTime(due, at));
        }
        catch (TimeoutException)
        {
            return new ChatTurn.Lost();
        }
        catch (HttpRequestException)
        {
            return new ChatTurn.Refused(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _listening;
        _ending.Dispose();
    }

    private static HttpRequestMessage Post(string path, object body, AuthenticationHeaderValue session)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = session;
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return request;
    }

    /// <summary>When the first reply to that message was read; it may have come before the receipt of the message.</summary>
    private Task<long> ReplyAfter(long seq)
    {
        lock (_gate)
        {
            return _lastReply.Seq > seq
                ? Task.FromResult(_lastReply.At)
                : _waiting.GetOrAdd(seq, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private async Task ListenAsync(TaskCompletionSource connected)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"api/conversations/{_conversation}/events");
            request.Headers.Authorization = _session;
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _ending.Token);
            response.EnsureSuccessStatusCode();
            connected.TrySetResult();
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(_ending.Token));
            while (await lines.ReadLineAsync(_ending.Token) is { } line)
            {
                Hear(line, Stopwatch.GetTimestamp());
            }
        }
        catch (OperationCanceledException)
        {
            connected.TrySetCanceled();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // Turns that wait will be counted as lost.
            connected.TrySetException(failure);
        }
    }

    private void Hear(string line, long at)
    {
        if (!line.StartsWith("data: ", StringComparison.Ordinal) || !line.Contains("\"author\":\"bot\"", StringComparison.Ordinal))
        {
            return;
        }

        using var message = JsonDocument.Parse(line.AsMemory(6));
        if (!message.RootElement.TryGetProperty("seq", out var written))
        {
            return; // That the bot reads is no reply.
        }

        var seq = written.GetInt64();
        lock (_gate)
        {
            _lastReply = (seq, at);
            foreach (var asked in _waiting.Keys.Where(asked => asked < seq).ToList())
            {
                if (_waiting.TryRemove(asked, out var waiting))
                {
                    waiting.TrySetResult(at);
                }
            }
        }
    }
}

/// <summary>What became of a turn. Closed.</summary>
internal abstract record ChatTurn
{
    private ChatTurn()
    {
    }

    /// <summary>The message was accepted, and the reply was read from the stream; both times count from when it was due.</summary>
    public sealed record Answered(TimeSpan Accepted, TimeSpan Replied) : ChatTurn;

    /// <summary>The server did not take the message.</summary>
    /// <param name="Status">HTTP status; 0 when there was no answer.</param>
    public sealed record Refused(int Status) : ChatTurn;

    /// <summary>It was accepted, and no reply came.</summary>
    public sealed record Lost : ChatTurn;
}
