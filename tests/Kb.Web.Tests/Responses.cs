using System.Net;
using System.Text.Json;

namespace Kb.Web.Tests;

/// <summary>Reads answers in tests.</summary>
internal static class Responses
{
    /// <summary>The body as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    /// <summary>Asserts an RFC 9457 body with this status and code, in Russian and with a trace id; returns it.</summary>
    public static async Task<JsonElement> AssertProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.JsonAsync();
        Assert.Equal("urn:kb:" + code, problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Matches("[а-яё]", problem.GetProperty("title").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        return problem;
    }
}
