using System.CommandLine;
using System.Diagnostics;
using Kb.Web.Sites;

namespace Kb.Web.Verbs;

/// <summary><c>kb site</c>: learning systems that embed the widget.</summary>
internal static class SiteVerb
{
    public static Command Create(SharedOptions shared) => new("site", "Learning systems that embed the widget and vouch for their students.")
    {
        Add(shared),
        List(shared),
        Rotate(shared),
    };

    private static Command Add(SharedOptions shared)
    {
        var id = IdOption();
        var origins = new Option<string[]>("--origin")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = "Origins of its pages, such as https://lms.example.ru; «self» is this server's own.",
            HelpName = "URL",
        };
        var publicKey = PublicKeyOption();
        var verb = new Command("add", "Make a site known and print its secret, once, as the last word of the output.") { id, origins, publicKey };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await AccountsStore.OpenAsync(shared.OpenData(parsed), cancellationToken);
            var site = parsed.GetRequiredValue(id);
            var pem = await ReadKeyAsync(parsed.GetValue(publicKey), cancellationToken);
            return Tell(parsed, shared, site, await store.Get<SiteDirectory>().AddAsync(site, parsed.GetRequiredValue(origins), pem, cancellationToken));
        });
        return verb;
    }

    private static Command List(SharedOptions shared)
    {
        var verb = new Command("list", "List sites, their origins and how many keys of each are live.");
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await AccountsStore.OpenAsync(shared.OpenData(parsed), cancellationToken);
            foreach (var site in await store.Get<SiteDirectory>().ListAsync(cancellationToken))
            {
                Output.Write(
                    parsed.GetValue(shared.Json),
                    new { site.Id, site.Origins, Keys = site.Keys.Select(key => new { key.Algorithm, key.CreatedAt }) },
                    $"{site.Id}  {string.Join(' ', site.Origins)}  ({site.Keys.Count} live)");
            }

            return CommandLine.Done;
        });
        return verb;
    }

    private static Command Rotate(SharedOptions shared)
    {
        var id = IdOption();
        var publicKey = PublicKeyOption();
        var verb = new Command("rotate", "Give a site a new secret; the one before it keeps working until the next rotation.") { id, publicKey };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await AccountsStore.OpenAsync(shared.OpenData(parsed), cancellationToken);
            var site = parsed.GetRequiredValue(id);
            var pem = await ReadKeyAsync(parsed.GetValue(publicKey), cancellationToken);
            return Tell(parsed, shared, site, await store.Get<SiteDirectory>().RotateAsync(site, pem, cancellationToken));
        });
        return verb;
    }

    private static int Tell(ParseResult parsed, SharedOptions shared, string site, SiteKeyResult result)
    {
        switch (result)
        {
            case SiteKeyResult.Given(var secret):
                Output.Write(
                    parsed.GetValue(shared.Json),
                    new { Site = site, Secret = secret },
                    secret is null ? $"Public key of {site} is accepted" : $"Secret of {site}, shown once: {secret}");
                return CommandLine.Done;
            case SiteKeyResult.Exists:
                return Output.Fail($"The site {site} exists. «site rotate --id {site}» gives it a new secret.");
            case SiteKeyResult.Unknown:
                return Output.Fail($"There is no site {site}. «site list» names them.");
            case SiteKeyResult.Unreadable(var what):
                return Output.Fail($"Cannot use «{what}». An id has small Latin letters, digits and hyphens; an origin is a scheme and a host "
                    + "without a path; a public key is RSA of 2048 bits or more, as PEM.");
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<string?> ReadKeyAsync(FileInfo? file, CancellationToken cancellationToken) =>
        file is null ? null : await File.ReadAllTextAsync(file.FullName, cancellationToken);

    private static Option<FileInfo> PublicKeyOption() => new Option<FileInfo>("--public-key")
    {
        Description = "PEM file of an RSA public key, for a site that signs with RS256. Without it a shared secret is made.",
        HelpName = "FILE",
    }.AcceptExistingOnly();

    private static Option<string> IdOption() =>
        new("--id") { Required = true, Description = "Id of the site; «iss» of its tokens.", HelpName = "ID" };
}
