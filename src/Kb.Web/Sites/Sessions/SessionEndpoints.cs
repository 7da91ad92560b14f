using System.Diagnostics;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kb.Web.Sites.Sessions;

/// <summary>Body of a request for a session.</summary>
/// <param name="Site">Id of the site whose page this is.</param>
/// <param name="Token">The site's signed token; absent for a visitor whom the site does not know.</param>
public sealed record SessionBody(string Site, string? Token = null);

/// <summary>A session as the widget gets it.</summary>
/// <param name="Session">Bearer of every further request.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="Person">Whom the site vouched for; null for somebody unknown.</param>
public sealed record SessionView(string Session, DateTimeOffset ExpiresAt, SessionPerson? Person);

/// <summary>The person of a session.</summary>
public sealed record SessionPerson(string Id, string Name, bool Verified);

/// <summary>Where the widget gets its session.</summary>
internal static class SessionEndpoints
{
    private const int MaxKeyLength = 255;

    public static void MapSessions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/widget/session", OpenAsync)
            .WithName("OpenSession")
            .WithTags("Widget")
            .WithSummary("Обменивает токен площадки на сессию студента")
            .AllowAnonymous()
            .RequireCors(SiteCors.Widget)
            .RequireRateLimiting(RateLimits.OpenSession);

    private static async Task<Results<Created<SessionView>, KbProblem>> OpenAsync(
        SessionBody body, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        HttpContext context, OpenSession handler, Audit audit, CancellationToken cancellationToken)
    {
        if (idempotencyKey is { Length: 0 or > MaxKeyLength })
        {
            return KbProblems.BadRequest("Заголовок «Idempotency-Key» бывает длиной от 1 до 255 знаков.");
        }

        var request = new SessionRequest(body.Site, body.Token, SiteOrigin.Of(context.Request), SiteOrigin.Own(context.Request), idempotencyKey);
        switch (await handler.HandleAsync(request, cancellationToken))
        {
            case OpenSessionResult.Opened(var session, var bearer):
                return TypedResults.Created((string?)null, View(session, bearer));
            case OpenSessionResult.UnknownSite:
                return KbProblems.SiteUnknown;
            case OpenSessionResult.Refused(var reason):
                audit.TokenRefused(body.Site, reason, context.Connection.RemoteIpAddress);
                return KbProblems.SessionNotConfirmed;
            default:
                throw new UnreachableException();
        }
    }

    private static SessionView View(WidgetSession session, string bearer) => new(
        bearer,
        session.ExpiresAt,
        session.PersonId is null ? null : new SessionPerson(session.PersonId, session.PersonName ?? "", Verified: true));
}
