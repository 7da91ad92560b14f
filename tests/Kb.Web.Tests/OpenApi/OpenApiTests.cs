using System.Net;

namespace Kb.Web.Tests.OpenApi;

public sealed class OpenApiTests(SmallKb kb) : IClassFixture<SmallKb>
{
    [Fact]
    public async Task The_contract_is_published_with_its_refusals_and_without_pages()
    {
        var response = await kb.CreateClient().GetAsync("/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var paths = (await response.JsonAsync()).GetProperty("paths");
        var session = paths.GetProperty("/api/widget/session").GetProperty("post");
        Assert.True(session.GetProperty("responses").TryGetProperty("201", out _));
        Assert.True(session.GetProperty("responses").GetProperty("default").GetProperty("content").TryGetProperty("application/problem+json", out _));
        Assert.DoesNotContain(paths.EnumerateObject(), path => !path.Name.StartsWith("/api/", StringComparison.Ordinal) && !path.Name.StartsWith("/health/", StringComparison.Ordinal));
    }
}
