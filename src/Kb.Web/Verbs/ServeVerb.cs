using System.CommandLine;
using Kb.Web.Hosting;
using Kb.Web.Knowledge;
using Kb.Web.Security;

namespace Kb.Web.Verbs;

/// <summary><c>kb serve</c>, and <c>kb</c> alone: the web server.</summary>
internal static class ServeVerb
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Addresses to listen on, separated by «;». Default: {HostSettings.DefaultUrl}",
        HelpName = "URL",
    };

    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Answer the demo page to other machines too, not only to this one.",
    };

    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("serve", "Serve the help centre, the widget, the agents' pages and the API (the default).") { Urls, Demo };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, cancellationToken));
        return verb;
    }

    /// <summary>A call without a verb serves, and takes the options of <c>serve</c>.</summary>
    public static void MakeDefaultOf(RootCommand root, SharedOptions shared)
    {
        root.Options.Add(Urls);
        root.Options.Add(Demo);
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, cancellationToken));
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        var settings = new HostSettings
        {
            Data = shared.OpenData(parsed),
            Content = shared.ContentPath(parsed),
            Urls = parsed.GetValue(Urls),
            Demo = parsed.GetValue(Demo),
        };
        await using var app = KbHost.Build(settings);
        if (await KbHost.PrepareAsync(app, cancellationToken) is { } administrator)
        {
            // Said at once: whatever fails after this, the password is not lost.
            Console.WriteLine($"Вход для администратора: {administrator.Email}");
            Console.WriteLine($"Пароль (показан один раз): {administrator.Password}");
        }

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (ContentRefusedException refusal)
        {
            VerbKnowledge.Refuse(refusal.Findings);
            return CommandLine.Failed;
        }

        foreach (var address in app.Urls)
        {
            Console.WriteLine($"Kb работает: {address}");
        }

        PlainHttp.Warn(app);
        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Done;
    }
}
