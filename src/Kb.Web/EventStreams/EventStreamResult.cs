using System.Reflection;
using Kb.Desk.Notices;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kb.Web.EventStreams;

/// <summary>
/// An answer that stays open: sends what is new, waits for a notice, and again. It ends when the caller leaves, the server stops or
/// the time is up; a client then comes back with the last id it saw and proves anew who it is.
/// </summary>
/// <param name="topic">What to watch.</param>
/// <param name="sendNews">Sends everything that is newer than what it sent before.</param>
/// <param name="endsAt">When the caller's right to listen ends at the latest.</param>
internal sealed class EventStreamResult(
    DeskTopic topic, Func<EventStream, CancellationToken, Task> sendNews, DateTimeOffset endsAt) : IResult, IEndpointMetadataProvider
{
    /// <summary>The longest silence; proxies drop a connection after 60 seconds of it.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>The longest stream: a closed account or a revoked key is noticed by then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/event-stream"]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var time = services.GetRequiredService<TimeProvider>();
        var now = time.GetUtcNow();
        var left = endsAt - now < Longest ? endsAt - now : Longest;
        using var timeIsUp = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted, timeIsUp.Token, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        // Watch first, read after: what is stored in between rings.
        using var watch = services.GetRequiredService<DeskNotices>().Watch(topic);
        try
        {
            var stream = await EventStream.OpenAsync(httpContext.Response, over.Token);
            while (true)
            {
                await sendNews(stream, over.Token);
                if (!await watch.WaitAsync(KeepAlive, time, over.Token))
                {
                    await stream.KeepAliveAsync(over.Token);
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The ordinary end of a stream.
        }
    }
}
