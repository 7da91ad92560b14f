namespace Kb.Web.Accounts.Login;

/// <summary>A sign-in that its owner ended. Its cookie would still be valid in other hands.</summary>
public sealed class EndedSession
{
    /// <summary>The sign-in.</summary>
    public required string Id { get; init; }

    /// <summary>When it was ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}
