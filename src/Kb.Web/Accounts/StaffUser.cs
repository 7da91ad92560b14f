using Microsoft.AspNetCore.Identity;

namespace Kb.Web.Accounts;

/// <summary>A member of staff who signs in with an address and a password.</summary>
public sealed class StaffUser : IdentityUser
{
    /// <summary>What colleagues and students see.</summary>
    public required string DisplayName { get; set; }

    /// <summary>When the account was closed; null while it is open.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
