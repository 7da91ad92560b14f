namespace Kb.Web.Health;

/// <summary>Routes for whoever watches the server.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health/live", () => TypedResults.Ok(new { status = "live" }))
            .WithTags("Health")
            .AllowAnonymous();
}
