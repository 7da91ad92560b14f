using Kb.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace Kb.Web.Accounts.Login;

/// <summary>Every way a try to sign in can end.</summary>
internal abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <summary>The password was right.</summary>
    public sealed record Admitted(StaffUser User) : SignInResult;

    /// <summary>Wrong password, no such account, or a closed one: the caller cannot tell which.</summary>
    public sealed record Refused : SignInResult;

    /// <summary>Nothing that could be an address and a password; nothing was hashed.</summary>
    public sealed record Unreadable : SignInResult;

    /// <summary>Too many wrong ones; nothing was hashed.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : SignInResult;
}

/// <summary>Checks an address and a password in the same time whether or not the account exists.</summary>
internal sealed class SignIn(UserManager<StaffUser> users, IPasswordHasher<StaffUser> hasher, LoginThrottle throttle, Audit audit)
{
    // Hashed with the same work factor as real ones; nobody's password.
    private static string? _decoy;

    public async Task<SignInResult> HandleAsync(string? email, string? password, bool knownBrowser, System.Net.IPAddress? address)
    {
        if (email is not { Length: > 0 and <= StaffDirectory.MaxCredentialLength } || password is not { Length: > 0 and <= StaffDirectory.MaxCredentialLength })
        {
            return new SignInResult.Unreadable();
        }

        var account = LoginThrottle.KeyOf(email, knownBrowser);
        if (throttle.Wait(account) is { } wait)
        {
            audit.SignInFailed(null, "throttled", address);
            return new SignInResult.Throttled(wait);
        }

        throttle.Count(account);
        var user = await users.FindByEmailAsync(email.Trim());
        if (!await PasswordFitsAsync(user, password) || user is not { DisabledAt: null })
        {
            audit.SignInFailed(user?.Id, user is { DisabledAt: not null } ? "account disabled" : "wrong password", address);
            return new SignInResult.Refused();
        }

        throttle.Forgive(account);
        audit.SignedIn(user.Id, address);
        return new SignInResult.Admitted(user);
    }

    private async Task<bool> PasswordFitsAsync(StaffUser? user, string password)
    {
        if (user is not null)
        {
            return await users.CheckPasswordAsync(user, password);
        }

        var nobody = new StaffUser { DisplayName = "", CreatedAt = default };
        _decoy ??= hasher.HashPassword(nobody, Secrets.New());
        hasher.VerifyHashedPassword(nobody, _decoy, password);
        return false;
    }
}
