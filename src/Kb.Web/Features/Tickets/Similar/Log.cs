namespace Kb.Web.Features.Tickets.Similar;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "Tickets could not be indexed for now: {Reason}")]
    public static partial void TicketsNotIndexed(this ILogger log, string reason, Exception exception);
}
