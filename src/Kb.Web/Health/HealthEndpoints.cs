using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kb.Web.Health;

/// <summary>State of the server as a watcher reads it.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not_ready</c>.</param>
/// <param name="Reasons">Codes of what is not in order; empty when all is.</param>
public sealed record HealthView(string Status, ImmutableArray<string> Reasons);

/// <summary>Routes for whoever watches the server: codes only, nothing of the inside.</summary>
internal static partial class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddKbHealth(this IServiceCollection services)
    {
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IReadinessCheck, DatabaseCheck>(),
            ServiceDescriptor.Singleton<IReadinessCheck, DiskCheck>(),
            ServiceDescriptor.Singleton<IReadinessCheck, ClockCheck>(),
        ]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").AllowAnonymous();
        group.MapGet("/live", () => TypedResults.Ok(new HealthView("live", []))).WithName("IsLive");
        group.MapGet("/ready", ReadyAsync).WithName("IsReady");
    }

    private static async Task<Results<Ok<HealthView>, JsonHttpResult<HealthView>>> ReadyAsync(
        IEnumerable<IReadinessCheck> checks, ILogger<HealthView> logger, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var failed = new List<string>();
        foreach (var check in checks)
        {
            if (!await PassesAsync(check, logger, either.Token))
            {
                failed.Add(check.Code);
            }
        }

        return failed.Count == 0
            ? TypedResults.Ok(new HealthView("ready", []))
            : TypedResults.Json(new HealthView("not_ready", [.. failed]), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    // Whatever a check throws, the answer is the same: not in order. The log has the reason.
    private static async Task<bool> PassesAsync(IReadinessCheck check, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await check.IsReadyAsync(cancellationToken);
        }
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(logger, failure, check.Code);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Readiness: {Code} failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, string code);
}
