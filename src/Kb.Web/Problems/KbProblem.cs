using System.Diagnostics;
using System.Globalization;
using Kb.Web.Hosting;

namespace Kb.Web.Problems;

/// <summary>One refusal as the caller sees it: RFC 9457, with a stable code for programs and Russian words for people.</summary>
/// <param name="Status">HTTP status, 400–599.</param>
/// <param name="Code">Stable code, dotted (<c>ticket.fields_missing</c>); the body's <c>type</c> is <c>urn:kb:</c> + code.</param>
/// <param name="Title">What happened, in Russian; the same for every occurrence.</param>
/// <param name="Detail">What to do about it, in Russian; null when the title says all.</param>
public sealed record KbProblem(int Status, string Code, string Title, string? Detail = null) : IResult, IStatusCodeHttpResult
{
    /// <summary>Media type of the body.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>When it is worth trying again; becomes <c>Retry-After</c> in whole seconds, at least one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Further members of the body, for programs («missing»: fields that a transition needs).</summary>
    public IReadOnlyDictionary<string, object?>? Members { get; init; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <summary>Writes the problem as <c>application/problem+json</c>.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } delay)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling(delay.TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return response.WriteAsJsonAsync(Body(httpContext), KbJson.Options, ContentType, httpContext.RequestAborted);
    }

    private Dictionary<string, object?> Body(HttpContext httpContext)
    {
        var body = new Dictionary<string, object?>(Members ?? new Dictionary<string, object?>())
        {
            ["type"] = "urn:kb:" + Code,
            ["title"] = Title,
            ["status"] = Status,
            ["traceId"] = Activity.Current?.Id ?? httpContext.TraceIdentifier,
        };
        if (Detail is not null)
        {
            body["detail"] = Detail;
        }

        return body;
    }
}
