namespace Kb.Web.Problems;

/// <summary>A problem as the result of a page's endpoint: shown to a browser as a page, to programs as JSON.</summary>
internal sealed record KbProblemPage(KbProblem Problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemResponses.WriteAsync(httpContext, Problem);
}
