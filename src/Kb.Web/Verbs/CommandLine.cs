using System.CommandLine;
using System.CommandLine.Parsing;

namespace Kb.Web.Verbs;

/// <summary>How the binary ends: 0 when the verb did its work, 1 when it could not, 2 when it was called wrongly.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync($"Try: {PathOf(parsed.CommandResult)} --help");
            return WrongUsage;
        }

        return await parsed.InvokeAsync();
    }

    private static string PathOf(CommandResult command) => command.Parent is CommandResult parent
        ? $"{PathOf(parent)} {command.Command.Name}"
        : "kb"; // Whatever the binary is called.
}
