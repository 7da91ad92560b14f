using System.Threading.RateLimiting;
using Kb.Web.Problems;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Kb.Web.Security;

/// <summary>Limits by person and session first, by network address only wide. Every figure is in <see cref="LimitOptions"/>.</summary>
public static class RateLimits
{
    /// <summary>For routes with which a student sends: a limit of their own, below the one for reading.</summary>
    public const string StudentSends = nameof(StudentSends);

    /// <summary>For suggestions while a student types: who types a lot must still be able to send.</summary>
    public const string StudentSuggestions = nameof(StudentSuggestions);

    internal const string OpenSession = nameof(OpenSession);
    internal const string SignIn = nameof(SignIn);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    internal static IServiceCollection AddKbRateLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, limits) => Configure(limiter, limits.Value));
        return services;
    }

    private static void Configure(RateLimiterOptions limiter, LimitOptions limits)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            IsFree(context) ? RateLimitPartition.GetNoLimiter("free")
            : KbClaims.SubjectOf(context.User) is { } caller ? PerMinute(caller, limits.RequestsPerCaller)
            : PerMinute(AddressOf(context), limits.RequestsPerAddress));
        limiter.AddPolicy(StudentSends, context => PerMinute(KbClaims.SubjectOf(context.User) ?? AddressOf(context), limits.SendsPerStudent));
        limiter.AddPolicy(StudentSuggestions, context => PerMinute(KbClaims.SubjectOf(context.User) ?? AddressOf(context), limits.SuggestionsPerStudent));
        limiter.AddPolicy(OpenSession, context => PerMinute(AddressOf(context), limits.SessionsPerAddress));
        limiter.AddPolicy(SignIn, context => PerMinute(AddressOf(context), limits.SignInsPerAddress));
        limiter.OnRejected = (context, _) => new ValueTask(ProblemResponses.WriteAsync(
            context.HttpContext,
            KbProblems.TooManyRequests(context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var delay) ? delay : Minute)));
    }

    // Health probes and static files cost next to nothing, and a watcher that is refused reports a dead server.
    private static bool IsFree(HttpContext context) =>
        context.GetEndpoint() is null
        || context.GetEndpoint()!.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null
        || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static RateLimitPartition<string> PerMinute(string partition, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(partition, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = Minute,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });

    // The address is the connection's, or what a proxy that the configuration names has told (see TrustedProxies).
    private static string AddressOf(HttpContext context) => "address:" + context.Connection.RemoteIpAddress;
}
