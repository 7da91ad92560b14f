using System.Collections.Immutable;
using Kb.Web.Accounts.Storage;
using Kb.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Sites;

/// <summary>Every way giving a site a key can end.</summary>
public abstract record SiteKeyResult
{
    private SiteKeyResult()
    {
    }

    /// <summary>Its tokens are accepted from now on.</summary>
    /// <param name="Secret">To be shown once; null when the site signs with a key pair of its own.</param>
    public sealed record Given(string? Secret) : SiteKeyResult;

    /// <summary>There is such a site already.</summary>
    public sealed record Exists : SiteKeyResult;

    /// <summary>There is no such site.</summary>
    public sealed record Unknown : SiteKeyResult;

    /// <summary>What was given cannot be one.</summary>
    /// <param name="What">The value, as given.</param>
    public sealed record Unreadable(string What) : SiteKeyResult;
}

/// <summary>The sites that are known, their origins and their keys.</summary>
public sealed class SiteDirectory
{
    /// <summary>How many keys of a site are live: the new one, and the old until the school has changed its settings.</summary>
    public const int LiveKeys = 2;

    private const int MaxIdLength = 63;

    private readonly AccountsDbContext _db;
    private readonly IDataProtector _protector;
    private readonly Audit _audit;
    private readonly TimeProvider _time;

    internal SiteDirectory(AccountsDbContext db, IDataProtectionProvider protection, Audit audit, TimeProvider time)
    {
        _db = db;
        _protector = protection.CreateProtector("Kb.SiteKeys");
        _audit = audit;
        _time = time;
    }

    /// <summary>The site with its live keys, newest first; null when it was never made known.</summary>
    public async Task<Site?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var site = await _db.Sites.AsNoTracking().Include(row => row.Keys).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        site?.Keys.Sort((left, right) => right.CreatedAt.CompareTo(left.CreatedAt));
        return site;
    }

    /// <summary>All sites by id.</summary>
    public Task<List<Site>> ListAsync(CancellationToken cancellationToken) =>
        _db.Sites.AsNoTracking().Include(row => row.Keys).OrderBy(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>The secret, or the public key as PEM.</summary>
    public string Reveal(SiteKey key) => _protector.Unprotect(key.Protected);

    /// <summary>Makes a site known.</summary>
    /// <param name="id">Small Latin letters, digits and hyphens; begins with a letter or a digit.</param>
    /// <param name="origins">Origins of its pages, or <see cref="Site.Self"/>.</param>
    /// <param name="publicKey">RSA public key as PEM, for a site that signs with its own pair; null makes a shared secret.</param>
    /// <param name="cancellationToken">Cancels before anything is stored.</param>
    public async Task<SiteKeyResult> AddAsync(
        string id, IReadOnlyList<string> origins, string? publicKey, CancellationToken cancellationToken)
    {
        if (!IsId(id))
        {
            return new SiteKeyResult.Unreadable(id);
        }

        if (Normalise(origins) is not { } normal)
        {
            return new SiteKeyResult.Unreadable(string.Join(' ', origins));
        }

        if (publicKey is not null && !LmsTokens.RsaPublicKey.IsReadable(publicKey))
        {
            return new SiteKeyResult.Unreadable("public key");
        }

        if (await _db.Sites.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return new SiteKeyResult.Exists();
        }

        var (key, secret) = NewKey(id, publicKey);
        _db.Sites.Add(new Site
        {
            Id = id,
            Origins = normal,
            CreatedAt = _time.GetUtcNow(),
            Keys = [key],
        });
        await _db.SaveChangesAsync(cancellationToken);
        _audit.SiteChanged(id, "added");
        return new SiteKeyResult.Given(secret);
    }

    /// <summary>Gives the site a new key beside the newest of the old ones.</summary>
    /// <param name="id">The site.</param>
    /// <param name="publicKey">As for <see cref="AddAsync"/>.</param>
    /// <param name="cancellationToken">Cancels before anything is stored.</param>
    public async Task<SiteKeyResult> RotateAsync(string id, string? publicKey, CancellationToken cancellationToken)
    {
        if (publicKey is not null && !LmsTokens.RsaPublicKey.IsReadable(publicKey))
        {
            return new SiteKeyResult.Unreadable("public key");
        }

        var site = await _db.Sites.Include(row => row.Keys).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (site is null)
        {
            return new SiteKeyResult.Unknown();
        }

        _db.SiteKeys.RemoveRange(site.Keys.OrderByDescending(key => key.CreatedAt).Skip(LiveKeys - 1));
        var (key, secret) = NewKey(id, publicKey);
        _db.SiteKeys.Add(key);
        await _db.SaveChangesAsync(cancellationToken);
        _audit.SiteChanged(id, "key rotated");
        return new SiteKeyResult.Given(secret);
    }

    /// <summary>Every data folder knows the demo site, so that the first run has something to show. It serves pages of this very server alone.</summary>
    internal Task EnsureDemoAsync(CancellationToken cancellationToken) =>
        AddAsync(Site.DemoId, [Site.Self], publicKey: null, cancellationToken);

    private static bool IsId(string id) =>
        id.Length is > 0 and <= MaxIdLength && id[0] != '-' && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static ImmutableArray<string>? Normalise(IReadOnlyList<string> origins)
    {
        var normal = ImmutableArray.CreateBuilder<string>(origins.Count);
        foreach (var text in origins)
        {
            if (text == Site.Self)
            {
                normal.Add(text);
            }
            else if (SiteOrigin.TryNormalise(text, out var origin))
            {
                normal.Add(origin);
            }
            else
            {
                return null;
            }
        }

        return normal.Count == 0 ? null : [.. normal.Distinct(StringComparer.Ordinal)];
    }

    private (SiteKey Key, string? Secret) NewKey(string siteId, string? publicKey)
    {
        var secret = publicKey is null ? Secrets.New() : null;
        var key = new SiteKey
        {
            Id = Guid.CreateVersion7(_time.GetUtcNow()).ToString("n"),
            SiteId = siteId,
            Algorithm = secret is null ? SiteKey.Rs256 : SiteKey.Hs256,
            Protected = _protector.Protect(secret ?? publicKey!),
            CreatedAt = _time.GetUtcNow(),
        };
        return (key, secret);
    }
}
