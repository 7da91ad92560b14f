namespace Kb.Web.Accounts.ApiKeys;

/// <summary>A key with which a program acts as staff. The key itself is shown once and never stored.</summary>
public sealed class ApiKey
{
    /// <summary>Id for lists and logs; not secret.</summary>
    public required string Id { get; init; }

    /// <summary>What the key is for, as its maker named it.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="Security.KbRoles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>Hash of the key (see <see cref="Security.Secrets.Hash"/>).</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stopped working; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
