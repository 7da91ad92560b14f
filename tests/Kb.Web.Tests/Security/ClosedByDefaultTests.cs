using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Security;

public sealed class ClosedByDefaultTests(SmallKb kb) : IClassFixture<SmallKb>
{
    /// <summary>Everything that a stranger may call. Adding a line here is a decision that a reviewer sees.</summary>
    private static readonly string[] OpenToStrangers =
    [
        "/",
        "/account/login",
        "/api/help/articles/{slug}",
        "/api/help/search",
        "/api/widget/session",
        "/demo",
        "/demo/token",
        "/health/live",
        "/health/ready",
        "/help",
        "/help/articles/{slug}",
        "/help/files/{**path}",
        "/openapi/{documentName}.json",
        "/theme",
        "/widget.js",
    ];

    [Fact]
    public void Only_listed_routes_are_open_to_strangers()
    {
        var open = kb.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && !IsStaticFile(endpoint))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(OpenToStrangers.Order(StringComparer.Ordinal), open);
    }

    private static bool IsStaticFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(item => item.GetType().Name == "StaticAssetDescriptor");
}
