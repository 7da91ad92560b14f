using System.Security.Claims;
using Kb.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kb.Web.Accounts.Login;

/// <summary>The claims of a signed-in member of staff: Identity's, with the display name for the login and Kb's own beside them.</summary>
internal sealed class StaffClaims(UserManager<StaffUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options, TimeProvider time)
    : UserClaimsPrincipalFactory<StaffUser, IdentityRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (identity.FindFirst(identity.NameClaimType) is { } login)
        {
            identity.RemoveClaim(login);
        }

        identity.AddClaim(new Claim(identity.NameClaimType, user.DisplayName));
        identity.AddClaim(new Claim(StaffSessions.Claim, Guid.CreateVersion7(time.GetUtcNow()).ToString("n")));
        identity.AddClaims(KbClaims.ForStaff("user:" + user.Id));
        return identity;
    }
}
