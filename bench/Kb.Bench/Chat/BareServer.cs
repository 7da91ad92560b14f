using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kb.Bench.Chat;

/// <summary>
/// The least that could answer the same requests: it parses the message and echoes it on the stream. No storage, no bot, no rights. What it
/// takes is what HTTP, JSON and the generator take on this machine at this moment.
/// </summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Talk> _talks = new();
    private int _count;

    private BareServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/api/widget/session", () => Results.Json(new { session = "bare" }, statusCode: StatusCodes.Status201Created));
        _app.MapPost("/api/conversations", Start);
        _app.MapPost("/api/conversations/{id}/messages", Echo);
        _app.MapGet("/api/conversations/{id}/events", StreamAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First() + "/");

    public static async Task<BareServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new BareServer();
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var talk in _talks.Values)
        {
            talk.Echoes.Writer.TryComplete();
        }

        await _app.DisposeAsync();
    }

    private IResult Start()
    {
        var id = $"{Interlocked.Increment(ref _count)}";
        _talks[id] = new Talk();
        return Results.Json(new { id }, statusCode: StatusCodes.Status201Created);
    }

    private IResult Echo(string id, JsonElement body)
    {
        var talk = _talks[id];
        var seq = Interlocked.Add(ref talk.Seq, 2) - 1;
        talk.Echoes.Writer.TryWrite(JsonSerializer.Serialize(new { seq = seq + 1, author = "bot", text = body.GetProperty("text").GetString() }));
        return Results.Json(new { id = $"{id}-{seq}", seq }, statusCode: StatusCodes.Status201Created);
    }

    private async Task StreamAsync(string id, HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(":\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await foreach (var echo in _talks[id].Echoes.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync($"event: message\ndata: {echo}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private sealed class Talk
    {
        public long Seq;

        public Channel<string> Echoes { get; } = Channel.CreateUnbounded<string>();
    }
}
