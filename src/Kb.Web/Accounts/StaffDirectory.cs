using Kb.Web.Accounts.Storage;
using Kb.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Accounts;

/// <summary>Makes and closes staff accounts. Every change ends the account's sessions by renewing its security stamp.</summary>
internal sealed class StaffDirectory(
    UserManager<StaffUser> users, RoleManager<IdentityRole> roles, AccountsDbContext db, Audit audit, TimeProvider time)
{
    /// <summary>Longest address and password that are read at all; hashing a longer one would only burn the processor.</summary>
    public const int MaxCredentialLength = 256;

    /// <summary>Makes an account, or gives the one that exists a new password and this role: the way back for a lost password.</summary>
    /// <returns>The password, to be shown once; null when the address is not one.</returns>
    public async Task<string?> AddOrResetAsync(string email, string role, string? displayName, CancellationToken cancellationToken)
    {
        if (!IsAddress(email))
        {
            return null;
        }

        await EnsureRolesAsync(cancellationToken);
        var password = Secrets.NewPassword();
        var user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            user = new StaffUser { UserName = email, Email = email, DisplayName = displayName ?? email.Split('@')[0], CreatedAt = time.GetUtcNow() };
            Require(await users.CreateAsync(user, password));
            audit.AccountChanged(user.Id, "created as " + role);
        }
        else
        {
            user.DisabledAt = null;
            user.DisplayName = displayName ?? user.DisplayName;
            Require(await users.RemovePasswordAsync(user));
            Require(await users.AddPasswordAsync(user, password));
            Require(await users.RemoveFromRolesAsync(user, await users.GetRolesAsync(user)));
            audit.AccountChanged(user.Id, "password reset, role " + role);
        }

        Require(await users.AddToRoleAsync(user, role));
        Require(await users.UpdateSecurityStampAsync(user));
        return password;
    }

    /// <summary>Closes an account at once; its work stays signed with its name.</summary>
    /// <returns>Whether there was such an account.</returns>
    public async Task<bool> DisableAsync(string email)
    {
        if (await users.FindByEmailAsync(email) is not { } user)
        {
            return false;
        }

        user.DisabledAt = time.GetUtcNow();
        Require(await users.UpdateSecurityStampAsync(user));
        audit.AccountChanged(user.Id, "disabled");
        return true;
    }

    /// <summary>Whether anybody can set Kb up.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken) =>
        await (from membership in db.UserRoles
               join role in db.Roles on membership.RoleId equals role.Id
               where role.Name == KbRoles.Admin
               select membership).AnyAsync(cancellationToken);

    private static bool IsAddress(string email) =>
        email.Length is > 2 and <= MaxCredentialLength && email.IndexOf('@') is > 0 and var at && at < email.Length - 1
        && !email.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));

    private async Task EnsureRolesAsync(CancellationToken cancellationToken)
    {
        var known = await db.Roles.Select(role => role.Name).ToListAsync(cancellationToken);
        foreach (var role in KbRoles.All.Except(known))
        {
            Require(await roles.CreateAsync(new IdentityRole(role!)));
        }
    }

    // Nothing that people type reaches Identity's rules unchecked, so a failure here is a bug.
    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Description)));
        }
    }
}
