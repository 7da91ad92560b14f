namespace Kb.Web.Idempotency;

internal static class IdempotencyRegistration
{
    /// <summary>POSTs that are done once for each key.</summary>
    public static IServiceCollection AddKbIdempotency(this IServiceCollection services) => services
        .AddSingleton<KeyedWrites>()
        .AddHostedService<KeySweep>();
}
