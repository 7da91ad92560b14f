using System.CommandLine;
using Kb.Web.Accounts;

namespace Kb.Web.Verbs;

/// <summary><c>kb user</c>: accounts of staff.</summary>
internal static class UserVerb
{
    public static Command Create(SharedOptions shared) => new("user", "Accounts of agents, editors, trainers and administrators.")
    {
        Add(shared),
        Disable(shared),
    };

    private static Command Add(SharedOptions shared)
    {
        var role = RoleOption.Create();
        var email = EmailOption();
        var name = new Option<string?>("--name") { Description = "What colleagues and students see.", HelpName = "NAME" };
        var verb = new Command("add", "Make an account, or give an existing one a new password and this role; print the password, once.") { role, email, name };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await AccountsStore.OpenAsync(shared.OpenData(parsed), cancellationToken);
            var address = parsed.GetRequiredValue(email);
            var password = await store.Get<StaffDirectory>()
                .AddOrResetAsync(address, parsed.GetRequiredValue(role), parsed.GetValue(name), cancellationToken);
            if (password is null)
            {
                return Output.Fail($"«{address}» is not an e-mail address.");
            }

            Output.Write(
                parsed.GetValue(shared.Json),
                new { Email = address, Role = parsed.GetRequiredValue(role), Password = password },
                $"Password of {address} ({parsed.GetRequiredValue(role)}), shown once: {password}");
            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Disable(SharedOptions shared)
    {
        var email = EmailOption();
        var verb = new Command("disable", "Close an account and end its sessions. «user add» opens it again.") { email };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await AccountsStore.OpenAsync(shared.OpenData(parsed), cancellationToken);
            var address = parsed.GetRequiredValue(email);
            if (!await store.Get<StaffDirectory>().DisableAsync(address))
            {
                return Output.Fail($"Nobody has the address «{address}».");
            }

            Output.Write(parsed.GetValue(shared.Json), new { Email = address, Disabled = true }, $"Disabled {address}");
            return CommandLine.Done;
        });
        return verb;
    }

    private static Option<string> EmailOption() =>
        new("--email") { Required = true, Description = "Address that they sign in with.", HelpName = "EMAIL" };
}
