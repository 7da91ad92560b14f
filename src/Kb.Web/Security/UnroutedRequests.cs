using Microsoft.AspNetCore.Routing.Template;

namespace Kb.Web.Security;

/// <summary>
/// Answers 404, 405 and 415 before authorization does: the closed-by-default policy would otherwise ask a stranger
/// to sign in for an address that does not exist.
/// </summary>
internal static class UnroutedRequests
{
    public static void UseUnroutedRequests(this WebApplication app) => app.Use((context, next) =>
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case var _ when context.Request.Path.StartsWithSegments("/api") && !HasRoute(context):
                context.Response.StatusCode = StatusCodes.Status404NotFound; // Routing refuses the method of a catch-all that only reads files.
                return Task.CompletedTask;
            case var refusal: // Made by routing itself: wrong method, wrong media type.
                return refusal.RequestDelegate!(context);
        }
    });

    private static bool HasRoute(HttpContext context) => context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/') ?? "")
        .Where(pattern => pattern.StartsWith("api/", StringComparison.OrdinalIgnoreCase))
        .Any(pattern => new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(context.Request.Path, []));
}
