using System.Collections.Immutable;

namespace Kb.Web.Sites.Sessions;

/// <summary>A student's session: what the widget holds after it exchanged the site's token, or nothing, for it.</summary>
public sealed class WidgetSession
{
    /// <summary>Id for logs and ownership of anonymous conversations; not the bearer.</summary>
    public required string Id { get; init; }

    /// <summary>Hash of the bearer that the widget sends.</summary>
    public required string Hash { get; init; }

    /// <summary>The site that it was opened for.</summary>
    public required string SiteId { get; init; }

    /// <summary>The page's origin when it was opened; null when the caller was no browser.</summary>
    public string? Origin { get; init; }

    /// <summary>The desk's id of the person; null when nobody vouched for them.</summary>
    public string? PersonId { get; init; }

    /// <summary>The person's name; null when nobody vouched for them.</summary>
    public string? PersonName { get; init; }

    /// <summary>What the session may read (see <see cref="Kb.Search.Index.AccessRule"/>).</summary>
    public required ImmutableArray<string> Grants { get; init; }

    /// <summary>Course of the page where the widget was opened; null when the site does not tell.</summary>
    public string? PageCourse { get; init; }

    /// <summary>Lesson of that page.</summary>
    public string? PageLesson { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A token that was exchanged: it cannot be exchanged again, but a retry of that very request gets the same session.</summary>
public sealed class SpentToken
{
    /// <summary>Whose token.</summary>
    public required string SiteId { get; init; }

    /// <summary>Hash of the token's <c>jti</c>: the site chooses its length.</summary>
    public required string JtiHash { get; init; }

    /// <summary>Hash of the request's <c>Idempotency-Key</c>; null when it had none, and then no retry is recognised.</summary>
    public string? RequestKeyHash { get; init; }

    /// <summary>The session that was given for it.</summary>
    public required string SessionId { get; init; }

    /// <summary>The session's bearer, encrypted with Data Protection, kept only for retries.</summary>
    public required string ProtectedBearer { get; init; }

    /// <summary>When the token itself stops being valid and this row may go.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
