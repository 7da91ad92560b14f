using System.CommandLine;
using System.Globalization;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Security;

namespace Kb.Web.Verbs;

/// <summary><c>kb key</c>: keys of programs.</summary>
internal static class KeyVerb
{
    public static Command Create(SharedOptions shared) => new("key", "Keys with which programs call the API.")
    {
        Add(shared),
        List(shared),
        Revoke(shared),
    };

    private static Command Add(SharedOptions shared)
    {
        var role = RoleOption.Create();
        var name = new Option<string>("--name") { Required = true, Description = "What the key is for.", HelpName = "NAME" };
        var verb = new Command("add", "Make a key and print it, once, as the last word of the output.") { role, name };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await AccountsStore.OpenAsync(shared.OpenData(parsed), cancellationToken);
            var (row, key) = await store.Get<ApiKeyDirectory>().AddAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), cancellationToken);
            Output.Write(parsed.GetValue(shared.Json), new { row.Id, row.Name, row.Role, Key = key }, $"Key for {row.Role} «{row.Name}», shown once: {key}");
            return CommandLine.Done;
        });
        return verb;
    }

    private static Command List(SharedOptions shared)
    {
        var verb = new Command("list", "List keys without their secrets.");
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await AccountsStore.OpenAsync(shared.OpenData(parsed), cancellationToken);
            foreach (var row in await store.Get<ApiKeyDirectory>().ListAsync(cancellationToken))
            {
                var state = row.RevokedAt is null ? "works" : "revoked";
                Output.Write(
                    parsed.GetValue(shared.Json),
                    new { row.Id, row.Name, row.Role, row.CreatedAt, row.RevokedAt },
                    string.Create(CultureInfo.InvariantCulture, $"{row.Id}  {row.Role,-7}  {state,-7}  {row.CreatedAt:yyyy-MM-dd}  {row.Name}"));
            }

            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Revoke(SharedOptions shared)
    {
        var id = new Argument<string>("id") { Description = "Id from «key list»." };
        var verb = new Command("revoke", "Make a key stop working with the next request.") { id };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await AccountsStore.OpenAsync(shared.OpenData(parsed), cancellationToken);
            var given = parsed.GetRequiredValue(id);
            if (!await store.Get<ApiKeyDirectory>().RevokeAsync(given, cancellationToken))
            {
                return Output.Fail($"No working key has the id {given}.");
            }

            Output.Write(parsed.GetValue(shared.Json), new { Id = given, Revoked = true }, $"Revoked {given}");
            return CommandLine.Done;
        });
        return verb;
    }
}

/// <summary><c>--role</c> of the verbs that make somebody staff.</summary>
internal static class RoleOption
{
    public static Option<string> Create()
    {
        var role = new Option<string>("--role") { Required = true, Description = "What they may do.", HelpName = string.Join('|', KbRoles.All) };
        role.AcceptOnlyFromAmong([.. KbRoles.All]);
        return role;
    }
}
