using System.Reflection;
using System.Security.Claims;
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
/// <param name="mayStay">Whether the caller may still listen, asked every few seconds; null where <paramref name="endsAt"/> tells all.</param>
internal sealed class EventStreamResult(
    DeskTopic topic,
    Func<EventStream, CancellationToken, Task> sendNews,
    DateTimeOffset endsAt,
    Func<ClaimsPrincipal, CancellationToken, Task<bool>>? mayStay = null) : IResult, IEndpointMetadataProvider
{
    /// <summary>The longest silence; proxies drop a connection after 60 seconds of it.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>How often it is asked whether the caller may stay: who signed out hears nothing five seconds later.</summary>
    private static readonly TimeSpan LookAtCaller = TimeSpan.FromSeconds(2);

    /// <summary>The longest stream.</summary>
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
            var (spoke, looked) = (time.GetTimestamp(), time.GetTimestamp());
            while (true)
            {
                await sendNews(stream, over.Token);
                await watch.WaitAsync(mayStay is null ? KeepAlive : LookAtCaller, time, over.Token);
                if (mayStay is not null && time.GetElapsedTime(looked) >= LookAtCaller)
                {
                    if (!await mayStay(httpContext.User, over.Token))
                    {
                        return;
                    }

                    looked = time.GetTimestamp();
                }

                if (time.GetElapsedTime(spoke) >= KeepAlive - LookAtCaller)
                {
                    await stream.KeepAliveAsync(over.Token);
                    spoke = time.GetTimestamp();
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The ordinary end of a stream.
        }
    }
}
