using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kb.Web.Sites.LmsTokens;

/// <summary>What became of a token.</summary>
internal abstract record LmsTokenResult
{
    private LmsTokenResult()
    {
    }

    /// <summary>The site vouches for this student.</summary>
    public sealed record Verified(LmsClaims Claims) : LmsTokenResult;

    /// <summary>It proves nothing.</summary>
    /// <param name="Reason">For the audit log alone: the caller is never told.</param>
    public sealed record Refused(string Reason) : LmsTokenResult;
}

/// <summary>Checks a site's token by its signature, its times and its claims. Never by who sent it.</summary>
internal sealed class LmsTokenVerifier(SiteDirectory sites, TimeProvider time)
{
    /// <summary>The <c>aud</c> of every token for Kb.</summary>
    public const string Audience = "kb";

    /// <summary>Longest token that is read, in characters: it is refused before any cryptography or parsing.</summary>
    public const int MaxLength = 8 * 1024;

    /// <summary>How far ahead a token may expire: one that leaks soon stops working.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromMinutes(15);

    /// <summary>How far two clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    // Anything else in the header asks to fetch a key (jku, x5u), to trust one (jwk, x5c), to unpack (zip) or to obey (crit).
    private static readonly HashSet<string> HeaderMembers = ["alg", "typ", "kid"];

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = MaxLength, MapInboundClaims = false };

    public async Task<LmsTokenResult> VerifyAsync(Site site, string token)
    {
        if (token.Length > MaxLength)
        {
            return new LmsTokenResult.Refused("too long");
        }

        if (token.Split('.') is not [var header, var payload, { Length: > 0 }]
            || AlgorithmOf(header) is not { } algorithm
            || Decode(payload) is not { } bytes)
        {
            return new LmsTokenResult.Refused("not a signed token of ours");
        }

        if (!await IsSignedAsync(site, algorithm, token))
        {
            return new LmsTokenResult.Refused("signature");
        }

        return LmsClaims.Read(bytes) is not { } claims ? new LmsTokenResult.Refused("claims")
            : claims.Issuer != site.Id ? new LmsTokenResult.Refused("issuer")
            : claims.Audience != Audience ? new LmsTokenResult.Refused("audience")
            : !IsCurrent(claims) ? new LmsTokenResult.Refused("times")
            : new LmsTokenResult.Verified(claims);
    }

    /// <summary>HS256 or RS256; null for any other header.</summary>
    private static string? AlgorithmOf(string header)
    {
        if (Decode(header) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 2, AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.EnumerateObject().All(member => HeaderMembers.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.String)
                && IsPlainKeyId(json.RootElement)
                && json.RootElement.TryGetProperty("alg", out var algorithm)
                && algorithm.GetString() is SiteKey.Hs256 or SiteKey.Rs256
                    ? algorithm.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The id chooses nothing here, but one with a path or a query in it is an attack on somebody, and worth refusing.
    private static bool IsPlainKeyId(JsonElement header) =>
        !header.TryGetProperty("kid", out var id)
        || (id.GetString() is { Length: > 0 and <= 64 } text && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));

    private static byte[]? Decode(string part)
    {
        // The decoder skips white space and takes padding; the standard has neither, and two spellings of one token are one too many.
        if (part.Length == 0 || !part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            return null;
        }

        try
        {
            return Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<bool> IsSignedAsync(Site site, string algorithm, string token)
    {
        // Keys of the token's algorithm only: a public key is never tried as a shared secret.
        var keys = site.Keys.Where(key => key.Algorithm == algorithm).Select(ToSecurityKey).ToList();
        if (keys.Count == 0)
        {
            return false;
        }

        var checkedToken = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = [algorithm],
            RequireSignedTokens = true,
            // Claims and times are checked by us, strictly and on the injected clock.
            ValidateAudience = false,
            ValidateIssuer = false,
            ValidateLifetime = false,
        });
        return checkedToken.IsValid;
    }

    private SecurityKey ToSecurityKey(SiteKey key) => key.Algorithm == SiteKey.Rs256
        ? RsaPublicKey.Load(sites.Reveal(key))
        : new SymmetricSecurityKey(Encoding.UTF8.GetBytes(sites.Reveal(key)));

    private bool IsCurrent(LmsClaims claims)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        var skew = Skew.TotalSeconds;
        return claims.Expires > now - skew
            && claims.Expires <= now + MaxLifetime.TotalSeconds + skew
            && !(claims.NotBefore > now + skew)
            && !(claims.IssuedAt > now + skew);
    }
}
