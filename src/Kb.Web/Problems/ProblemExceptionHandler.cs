using System.Text.Json;
using Kb.Desk.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Kb.Web.Problems;

/// <summary>Turns whatever escaped an endpoint into a problem: a hostile request never looks like a bug, and a bug tells nothing of the inside.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // Nobody reads it; the log does.
            return true;
        }

        var problem = ProblemFor(exception);
        if (problem.Status >= 500)
        {
            LogFailure(exception, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName, problem.Code);
        }

        await ProblemResponses.WriteAsync(httpContext, problem);
        return true;
    }

    internal static KbProblem ProblemFor(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => ForJson(json),
        BadHttpRequestException { InnerException: AntiforgeryValidationException } => KbProblems.StaleForm,
        BadHttpRequestException bad => KbProblems.ForStatus(bad.StatusCode),
        AntiforgeryValidationException => KbProblems.StaleForm,
        _ when StorageFailures.Recognise(exception) is not null => KbProblems.StorageUnavailable,
        _ => KbProblems.Unexpected,
    };

    private static KbProblem ForJson(JsonException exception)
    {
        // The serializer has no own exception for an unknown member; its path still ends in that member's name.
        var path = exception.Path?.TrimStart('$', '.');
        return path is { Length: > 0 } && exception.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? KbProblems.UnknownField(Shorten(path))
            : KbProblems.BadJson(path is null ? null : Shorten(path));
    }

    private static string Shorten(string path) => path.Length <= 80 ? path : path[..80] + "…";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed: {Code}")]
    private partial void LogFailure(Exception exception, string method, string? endpoint, string code);
}
