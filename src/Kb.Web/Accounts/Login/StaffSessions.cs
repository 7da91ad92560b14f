using System.Security.Claims;
using Kb.Web.Accounts.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Accounts.Login;

/// <summary>
/// Which sign-ins hold. A cookie is only a promise that somebody signed in once: closing the account, a new role or password and signing out
/// end it here, whoever has a copy.
/// </summary>
internal sealed class StaffSessions(UserManager<StaffUser> users, AccountsDbContext db, TimeProvider time)
{
    /// <summary>Claim: id of the sign-in.</summary>
    public const string Claim = "kb:sign-in";

    /// <summary>Whether the sign-in behind a cookie still holds.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal? caller, CancellationToken cancellationToken)
    {
        var stamp = caller?.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType);
        var session = caller?.FindFirstValue(Claim);
        return stamp is not null && session is not null
            && await users.GetUserAsync(caller!) is { DisabledAt: null } user && user.SecurityStamp == stamp
            && !await db.EndedSessions.AnyAsync(row => row.Id == session, cancellationToken);
    }

    /// <summary>Ends a sign-in.</summary>
    public async Task EndAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (caller.FindFirstValue(Claim) is not { } session)
        {
            return;
        }

        var now = time.GetUtcNow();
        var forgotten = now - StaffCookie.Lifetime; // By then the cookie has ended by itself.
        await db.EndedSessions.Where(row => row.EndedAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        db.EndedSessions.Add(new EndedSession { Id = session, EndedAt = now });
        await db.SaveChangesAsync(cancellationToken);
    }
}
