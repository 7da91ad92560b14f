using System.Collections.Immutable;

namespace Kb.Web.Sites;

/// <summary>A learning system that embeds the widget and vouches for its students.</summary>
public sealed class Site
{
    /// <summary>Stands in <see cref="Origins"/> for the server's own address, whatever it is.</summary>
    public const string Self = "self";

    /// <summary>The site that a fresh data folder knows.</summary>
    public const string DemoId = "demo";

    /// <summary>Chosen by the school; <c>iss</c> of its tokens.</summary>
    public required string Id { get; init; }

    /// <summary>Origins whose pages may call (<c>https://lms.example.ru</c>), or <see cref="Self"/>.</summary>
    public required ImmutableArray<string> Origins { get; set; }

    /// <summary>When it was made known.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What its tokens may be signed with, newest first after <see cref="SiteDirectory"/> loaded them.</summary>
    public List<SiteKey> Keys { get; init; } = [];
}

/// <summary>What a site signs tokens with. Bound to one algorithm, so that a public key can never be taken for a shared secret.</summary>
public sealed class SiteKey
{
    /// <summary>Our id of it.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string SiteId { get; init; }

    /// <summary><see cref="Hs256"/> or <see cref="Rs256"/>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>
    /// The shared secret, or the public key as PEM, encrypted with Data Protection: a copy of the database alone does not let
    /// anybody sign tokens. Checking HS256 needs the secret itself, hence no hash.
    /// </summary>
    public required string Protected { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>HMAC with a shared secret; the key is the UTF-8 bytes of the secret as printed.</summary>
    public const string Hs256 = "HS256";

    /// <summary>RSA; Kb holds only the public key.</summary>
    public const string Rs256 = "RS256";
}
