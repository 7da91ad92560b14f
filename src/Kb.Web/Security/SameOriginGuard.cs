using Kb.Web.Problems;

namespace Kb.Web.Security;

/// <summary>
/// A cookie is sent by the browser, whoever made the page: a request that carries the staff cookie must come from a page of ours.
/// SameSite alone would let in the school's other subdomains, and event streams are not guarded by CORS.
/// </summary>
internal static class SameOriginGuard
{
    public static void UseSameOriginGuard(this WebApplication app) => app.Use((context, next) =>
        KbClaims.IsSignedInByCookie(context.User) && IsForeign(context.Request)
            ? ProblemResponses.WriteAsync(context, KbProblems.ForeignPage)
            : next(context));

    private static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
        {
            return !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        }

        // A link or a bookmark may lead here from anywhere; a changing request may not.
        return !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
            && request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
    }
}
