using Kb.Web.Accounts.Storage;
using Kb.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Accounts.ApiKeys;

/// <summary>Makes, finds and revokes keys of programs.</summary>
internal sealed class ApiKeyDirectory(AccountsDbContext db, Audit audit, TimeProvider time)
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "kbk_";

    /// <returns>The row, and the key to be shown once.</returns>
    public async Task<(ApiKey Row, string Key)> AddAsync(string name, string role, CancellationToken cancellationToken)
    {
        var key = Secrets.New(Prefix);
        var row = new ApiKey
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("n"),
            Name = name,
            Role = role,
            Hash = Secrets.Hash(key),
            CreatedAt = time.GetUtcNow(),
        };
        db.ApiKeys.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        audit.KeyChanged(row.Id, "made for " + role);
        return (row, key);
    }

    /// <summary>The working key's row; null when it is unknown or revoked.</summary>
    public Task<ApiKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(key);
        return db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.RevokedAt == null, cancellationToken);
    }

    /// <summary>Whether the key with this id is not revoked.</summary>
    public Task<bool> WorksAsync(string id, CancellationToken cancellationToken) =>
        db.ApiKeys.AnyAsync(row => row.Id == id && row.RevokedAt == null, cancellationToken);

    /// <summary>All keys, oldest first.</summary>
    public Task<List<ApiKey>> ListAsync(CancellationToken cancellationToken) =>
        db.ApiKeys.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);

    /// <returns>Whether a working key had this id.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var revoked = await db.ApiKeys.Where(row => row.Id == id && row.RevokedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.RevokedAt, now), cancellationToken);
        if (revoked > 0)
        {
            audit.KeyChanged(id, "revoked");
        }

        return revoked > 0;
    }
}
