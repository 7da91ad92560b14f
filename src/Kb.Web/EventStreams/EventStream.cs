using System.Text.Json;
using Kb.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Kb.Web.EventStreams;

/// <summary>One open stream of server-sent events.</summary>
internal sealed class EventStream
{
    private readonly HttpResponse _response;

    private EventStream(HttpResponse response) => _response = response;

    /// <summary>Begins the answer; from here on no problem can be told but by ending it.</summary>
    public static async Task<EventStream> OpenAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // nginx would otherwise hold events back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var stream = new EventStream(response);
        await stream.KeepAliveAsync(cancellationToken);
        return stream;
    }

    /// <summary>Sends one event.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="id">Where to go on after a break; null for an event that says nothing about that.</param>
    /// <param name="data">Its content; becomes one line of JSON.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async Task SendAsync<T>(string name, string? id, T data, CancellationToken cancellationToken)
    {
        var head = id is null ? "" : $"id: {id}\n";
        await _response.WriteAsync($"{head}event: {name}\ndata: {JsonSerializer.Serialize(data, KbJson.Options)}\n\n", cancellationToken);
        await _response.Body.FlushAsync(cancellationToken);
    }

    /// <summary>Says nothing, so that neither side and no proxy between takes silence for death.</summary>
    public async Task KeepAliveAsync(CancellationToken cancellationToken)
    {
        await _response.WriteAsync(":\n\n", cancellationToken);
        await _response.Body.FlushAsync(cancellationToken);
    }
}
