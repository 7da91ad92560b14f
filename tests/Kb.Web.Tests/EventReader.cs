using System.Net;
using System.Text;
using System.Text.Json;

namespace Kb.Web.Tests;

/// <summary>Reads a stream of server-sent events.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StreamReader _reader;

    private EventReader(HttpResponseMessage response, StreamReader reader) => (Response, _reader) = (response, reader);

    public HttpResponseMessage Response { get; }

    /// <summary>Everything received so far, byte by byte as text.</summary>
    public StringBuilder Received { get; } = new();

    public static async Task<EventReader> OpenAsync(HttpClient client, string path, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event; null when the stream has ended.</summary>
    public async Task<ServerEvent?> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        string? id = null;
        var name = "";
        while (await _reader.ReadLineAsync(limit.Token) is { } line)
        {
            Received.AppendLine(line);
            switch (line.Split(": ", 2))
            {
                case ["id", var value]:
                    id = value;
                    break;
                case ["event", var value]:
                    name = value;
                    break;
                case ["data", var value]:
                    return new ServerEvent(name, id, JsonDocument.Parse(value).RootElement);
            }
        }

        return null;
    }

    /// <summary>The next event of this name that fits; others are passed over.</summary>
    public async Task<ServerEvent> NextAsync(string name, Func<JsonElement, bool> fits)
    {
        while (await NextAsync() is { } read)
        {
            if (read.Name == name && fits(read.Data))
            {
                return read;
            }
        }

        throw new InvalidOperationException($"The stream ended without the event «{name}».");
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        Response.Dispose();
        return ValueTask.CompletedTask;
    }
}

internal sealed record ServerEvent(string Name, string? Id, JsonElement Data);
