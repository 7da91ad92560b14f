using System.Security.Claims;

namespace Kb.Web.Accounts;

/// <summary>The member of staff, or the program, behind a request to a staff route. Binds as an endpoint's parameter.</summary>
/// <param name="Id">Id of the account or of the key.</param>
/// <param name="Name">Display name.</param>
public sealed record StaffCaller(string Id, string Name)
{
    /// <summary>Reads the caller that authorization has admitted.</summary>
    /// <exception cref="InvalidOperationException">The route is not behind a staff policy.</exception>
    public static StaffCaller From(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The route is open to strangers."),
        principal.FindFirstValue(ClaimTypes.Name) ?? "");

    /// <summary>Binds the parameter.</summary>
    public static ValueTask<StaffCaller?> BindAsync(HttpContext context) => ValueTask.FromResult<StaffCaller?>(From(context.User));
}
