using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Kb.Web.Sites;

/// <summary>
/// Opens the widget's routes, and no others, to pages of the known sites. A preflight names no site, so any known origin passes it;
/// a session then answers only to the origin that it was opened from.
/// </summary>
public sealed class SiteCors : ICorsPolicyProvider
{
    /// <summary>For groups of routes that the widget calls: <c>.RequireCors(SiteCors.Widget)</c>.</summary>
    public const string Widget = nameof(Widget);

    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        if (policyName != Widget || SiteOrigin.Of(context.Request) is not { } origin)
        {
            return null;
        }

        var sites = await context.RequestServices.GetRequiredService<SiteDirectory>().ListAsync(context.RequestAborted);
        var policy = new CorsPolicyBuilder()
            .WithMethods("GET", "POST")
            .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID")
            .WithExposedHeaders("Retry-After", "Idempotent-Replayed")
            .SetPreflightMaxAge(PreflightAge);
        if (sites.Any(site => SiteOrigin.IsAdmittedBy(site, origin, SiteOrigin.Own(context.Request))))
        {
            policy.WithOrigins(origin);
        }

        return policy.Build();
    }
}
