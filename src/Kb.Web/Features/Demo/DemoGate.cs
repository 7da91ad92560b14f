using System.Net;
using Kb.Web.Hosting;

namespace Kb.Web.Features.Demo;

/// <summary>
/// Lets the demo answer only to this machine, or to everybody after <c>--demo</c>: it signs in whoever asks. To others it does
/// not exist.
/// </summary>
internal static class DemoGate
{
    /// <summary>Closes a group of routes to callers that must not know of the demo.</summary>
    public static RouteGroupBuilder OpenToThisMachineOnly(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            var settings = context.HttpContext.RequestServices.GetRequiredService<HostSettings>();
            return settings.Demo || IsThisMachine(context.HttpContext) ? await next(context) : Problems.KbProblems.NotFound;
        });
        return group;
    }

    /// <summary>
    /// A caller behind a reverse proxy on this machine has a loopback address too; the proxy gives itself away by its headers,
    /// whether or not this server has been told to trust them.
    /// </summary>
    internal static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));
}
