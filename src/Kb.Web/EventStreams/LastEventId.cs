using System.Globalization;

namespace Kb.Web.EventStreams;

/// <summary>Where a client wants to go on. Binds as an endpoint's parameter.</summary>
/// <param name="Text">The header as sent; null when there is none.</param>
public sealed record LastEventId(string? Text)
{
    /// <summary>The number that the id is, or null when it is none of ours.</summary>
    public long? Number =>
        long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Binds the parameter.</summary>
    public static ValueTask<LastEventId?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<LastEventId?>(new LastEventId(context.Request.Headers["Last-Event-ID"].FirstOrDefault()));
}
