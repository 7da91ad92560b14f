using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Kb.Web.Security;

/// <summary>Writes down who was refused what. Strangers who are merely asked to sign in are not worth a line.</summary>
internal sealed class RefusalAudit(Audit audit) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _default = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            audit.AccessRefused(KbClaims.SubjectOf(context.User), context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        }

        return _default.HandleAsync(next, context, policy, authorizeResult);
    }
}
