using System.Collections.Immutable;
using Kb.Desk.Calendars;
using Kb.Desk.People;
using Kb.Desk.Storage;
using Kb.Web.Accounts.Storage;
using Kb.Web.Security;
using Kb.Web.Sites.LmsTokens;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kb.Web.Sites.Sessions;

/// <summary>Every way asking for a session can end.</summary>
internal abstract record OpenSessionResult
{
    private OpenSessionResult()
    {
    }

    /// <summary>It is open.</summary>
    /// <param name="Session">The row.</param>
    /// <param name="Bearer">What the widget sends from now on.</param>
    public sealed record Opened(WidgetSession Session, string Bearer) : OpenSessionResult;

    /// <summary>Nobody made this site known.</summary>
    public sealed record UnknownSite : OpenSessionResult;

    /// <summary>The token, or the page that brought it, does not hold.</summary>
    /// <param name="Reason">For the audit log alone.</param>
    public sealed record Refused(string Reason) : OpenSessionResult;
}

/// <summary>What a widget asks with.</summary>
/// <param name="SiteId">The site that its page names.</param>
/// <param name="Token">The site's token; null for somebody unknown.</param>
/// <param name="Origin">Origin of the page; null when the caller is no browser.</param>
/// <param name="Own">The server's own origin.</param>
/// <param name="RequestKey">The request's <c>Idempotency-Key</c>; null when it has none.</param>
internal sealed record SessionRequest(string SiteId, string? Token, string? Origin, string Own, string? RequestKey);

/// <summary>
/// Exchanges a site's token for a session, once: a token seen on its way cannot be exchanged again. Only a repetition of that
/// very request, with its own <c>Idempotency-Key</c> and from the same page, gets the same session.
/// </summary>
internal sealed class OpenSession(
    SiteDirectory sites, LmsTokenVerifier tokens, DeskWriter desk, AccountsDbContext db,
    IDataProtectionProvider protection, IOptions<WidgetSessionOptions> options, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>What every bearer begins with.</summary>
    public const string Prefix = "kbs_";

    private const int ConstraintFailed = 19; // sqlite.org/rescode.html#constraint

    private readonly IDataProtector _protector = protection.CreateProtector("Kb.WidgetSessions");

    public async Task<OpenSessionResult> HandleAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        if (await sites.FindAsync(request.SiteId, cancellationToken) is not { } site)
        {
            return new OpenSessionResult.UnknownSite();
        }

        if (request.Origin is not null && !SiteOrigin.IsAdmittedBy(site, request.Origin, request.Own))
        {
            return new OpenSessionResult.Refused("origin");
        }

        if (request.Token is null)
        {
            return await OpenAnonymousAsync(request, cancellationToken);
        }

        return await tokens.VerifyAsync(site, request.Token) switch
        {
            LmsTokenResult.Verified(var claims) => await ExchangeAsync(request, claims, cancellationToken),
            LmsTokenResult.Refused(var reason) => new OpenSessionResult.Refused(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<OpenSessionResult> OpenAnonymousAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        var bearer = Secrets.New(Prefix);
        var session = NewSession(request, bearer, person: null, StudentGrants.Anonymous, page: null);
        db.WidgetSessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return new OpenSessionResult.Opened(session, bearer);
    }

    private async Task<OpenSessionResult> ExchangeAsync(SessionRequest request, LmsClaims claims, CancellationToken cancellationToken)
    {
        if (await FindSpentAsync(request, claims, cancellationToken) is { } spent)
        {
            return await RepeatAsync(request, spent, cancellationToken);
        }

        // The person is remembered first: a crash in between leaves somebody whom the site did vouch for, and an unspent token.
        var person = await desk.WriteAsync((write, token) => RememberPerson.HandleAsync(write, IdentityOf(claims), token), cancellationToken);
        var bearer = Secrets.New(Prefix);
        var session = NewSession(request, bearer, person, StudentGrants.Of(person, calendar.DayOf(time.GetUtcNow())), claims.Page);
        db.WidgetSessions.Add(session);
        db.SpentTokens.Add(new SpentToken
        {
            SiteId = request.SiteId,
            JtiHash = Secrets.Hash(claims.TokenId),
            RequestKeyHash = HashOf(request.RequestKey),
            SessionId = session.Id,
            ProtectedBearer = _protector.Protect(bearer),
            ExpiresAt = time.GetUtcNow() + LmsTokenVerifier.MaxLifetime + LmsTokenVerifier.Skew + LmsTokenVerifier.Skew,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException raced) when (raced.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed })
        {
            // Somebody exchanged the same token between our look and our write.
            db.ChangeTracker.Clear();
            return await FindSpentAsync(request, claims, cancellationToken) is { } theirs
                ? await RepeatAsync(request, theirs, cancellationToken)
                : throw new InvalidOperationException("The token is neither spent nor spendable.", raced);
        }

        return new OpenSessionResult.Opened(session, bearer);
    }

    private async Task<OpenSessionResult> RepeatAsync(SessionRequest request, SpentToken spent, CancellationToken cancellationToken)
    {
        if (spent.RequestKeyHash is null || spent.RequestKeyHash != HashOf(request.RequestKey))
        {
            return new OpenSessionResult.Refused("replayed");
        }

        var session = await db.WidgetSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == spent.SessionId, cancellationToken);
        return session is null || session.Origin != request.Origin
            ? new OpenSessionResult.Refused("replayed")
            : new OpenSessionResult.Opened(session, _protector.Unprotect(spent.ProtectedBearer));
    }

    private Task<SpentToken?> FindSpentAsync(SessionRequest request, LmsClaims claims, CancellationToken cancellationToken)
    {
        var jti = Secrets.Hash(claims.TokenId);
        return db.SpentTokens.AsNoTracking()
            .SingleOrDefaultAsync(row => row.SiteId == request.SiteId && row.JtiHash == jti, cancellationToken);
    }

    private WidgetSession NewSession(SessionRequest request, string bearer, Person? person, ImmutableArray<string> grants, LmsPage? page)
    {
        var now = time.GetUtcNow();
        return new WidgetSession
        {
            Id = Guid.CreateVersion7(now).ToString("n"),
            Hash = Secrets.Hash(bearer),
            SiteId = request.SiteId,
            Origin = request.Origin,
            PersonId = person?.Id.Value,
            PersonName = person?.Name,
            Grants = grants,
            PageCourse = page?.Course,
            PageLesson = page?.Lesson,
            CreatedAt = now,
            ExpiresAt = now + options.Value.Lifetime,
        };
    }

    private static VerifiedIdentity IdentityOf(LmsClaims claims) => new(
        claims.Issuer,
        claims.Subject,
        claims.Name ?? claims.Email ?? claims.Subject,
        claims.Email,
        claims.Role,
        [.. claims.Courses.Select(course => new EnrolledCourse(course.Id, CourseTitle.Inside(course.Title), course.Stream, course.AccessUntil))]);

    private static string? HashOf(string? key) => key is null ? null : Secrets.Hash(key);
}
