using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Kb.Web.Accounts.Storage;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kb.Web.Sites.Sessions;

/// <summary>Students: <c>Authorization: Bearer kbs_…</c>, from the origin that the session was opened from.</summary>
internal sealed class StudentAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountsDbContext db, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Student";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Bearer.Read(Request) is not { } bearer || !bearer.StartsWith(OpenSession.Prefix, StringComparison.Ordinal))
        {
            return AuthenticateResult.NoResult();
        }

        var hash = Secrets.Hash(bearer);
        var session = await db.WidgetSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, Context.RequestAborted);
        if (session is null || session.ExpiresAt <= time.GetUtcNow())
        {
            return AuthenticateResult.Fail("Unknown or ended session.");
        }

        // A page of ours that only reads sends no origin at all.
        if (SiteOrigin.Of(Request) is { } origin && origin != session.Origin)
        {
            return AuthenticateResult.Fail("The session belongs to another origin.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(session), Scheme.Name));
    }

    /// <summary>The widget's answer to 401 is to ask its page for a new token; the text says so to a person too.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return KbProblems.SessionNotConfirmed.ExecuteAsync(Context);
    }

    private static ClaimsPrincipal PrincipalOf(WidgetSession session)
    {
        var identity = new ClaimsIdentity(SchemeName);
        Add(KbClaims.Subject, session.PersonId is null ? "session:" + session.Id : "person:" + session.PersonId);
        Add(KbClaims.Session, session.Id);
        Add(KbClaims.SessionEnds, session.ExpiresAt.UtcTicks.ToString(CultureInfo.InvariantCulture));
        Add(KbClaims.Site, session.SiteId);
        Add(KbClaims.Person, session.PersonId);
        Add(ClaimTypes.Name, session.PersonName);
        Add(KbClaims.PageCourse, session.PageCourse);
        Add(KbClaims.PageLesson, session.PageLesson);
        foreach (var grant in session.Grants)
        {
            Add(KbClaims.Grant, grant);
        }

        return new ClaimsPrincipal(identity);

        void Add(string type, string? value)
        {
            if (value is not null)
            {
                identity.AddClaim(new Claim(type, value));
            }
        }
    }
}
