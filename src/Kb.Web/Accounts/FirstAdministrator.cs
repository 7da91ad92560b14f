using Kb.Web.Security;

namespace Kb.Web.Accounts;

/// <summary>The account that a fresh installation starts with. Its password is printed once and stored only as a hash.</summary>
internal sealed record FirstAdministrator(string Email, string Password)
{
    private const string DefaultEmail = "admin@kb.local";

    /// <returns>The account just made; null when somebody already administers.</returns>
    public static async Task<FirstAdministrator?> EnsureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffDirectory>();
        if (await staff.HasAdministratorAsync(cancellationToken))
        {
            return null;
        }

        var password = await staff.AddOrResetAsync(DefaultEmail, KbRoles.Admin, "Администратор", cancellationToken);
        return new FirstAdministrator(DefaultEmail, password!);
    }
}
