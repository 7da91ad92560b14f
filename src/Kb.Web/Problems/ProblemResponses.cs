using Kb.Web.Layout;
using Microsoft.AspNetCore.Diagnostics;

namespace Kb.Web.Problems;

/// <summary>Gives a refusal its form: a page for a person in a browser, problem JSON for everything else.</summary>
internal static class ProblemResponses
{
    private static readonly PathString[] ForPrograms = ["/api", "/health", "/openapi", "/metrics"];

    public static Task WriteAsync(HttpContext httpContext, KbProblem problem) =>
        WantsPage(httpContext.Request)
            ? Pages.Show<ErrorPage>(new { Problem = problem }, problem.Status).ExecuteAsync(httpContext)
            : problem.ExecuteAsync(httpContext);

    /// <summary>For the status-code middleware: a status without a body gets one.</summary>
    public static Task WriteBodyAsync(StatusCodeContext context) =>
        WriteAsync(context.HttpContext, KbProblems.ForStatus(context.HttpContext.Response.StatusCode));

    public static bool WantsPage(HttpRequest request) =>
        !ForPrograms.Any(prefix => request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
        && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
}
