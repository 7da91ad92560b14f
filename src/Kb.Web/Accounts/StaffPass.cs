using System.Security.Claims;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Accounts.Login;
using Kb.Web.Security;

namespace Kb.Web.Accounts;

/// <summary>Whether somebody of the staff who was let in may stay. For what outlives its request: accounts are closed and keys revoked meanwhile.</summary>
internal sealed class StaffPass(IServiceScopeFactory scopes)
{
    /// <summary>Looks at the account or the key as it is now.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope(); // The request's own would answer from memory.
        return KbClaims.IsSignedInByCookie(caller)
            ? await scope.ServiceProvider.GetRequiredService<StaffSessions>().HoldsAsync(caller, cancellationToken)
            : await scope.ServiceProvider.GetRequiredService<ApiKeyDirectory>().WorksAsync(StaffCaller.From(caller).Id, cancellationToken);
    }
}
