using System.CommandLine;
using System.ComponentModel;

namespace Kb.Bench;

/// <summary>How a measurement ends: 0 when it was made, 1 when what was measured failed, 2 when the call or a file that it names is wrong.</summary>
public static class BenchCommandLine
{
    /// <summary>What was asked for cannot be measured.</summary>
    public const int WrongInput = 2;

    /// <summary>Runs one call. Whatever is wrong with it is said in one line, never as a trace: the reader is a person with a wrong path.</summary>
    /// <param name="root">The verbs.</param>
    /// <param name="args">The call.</param>
    /// <param name="error">Where the line goes.</param>
    public static async Task<int> RunAsync(RootCommand root, string[] args, TextWriter error)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync(string.Join(' ', parsed.Errors.Select(problem => OnOneLine(problem.Message)).Distinct()));
            return WrongInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or HttpRequestException or Win32Exception)
        {
            await error.WriteLineAsync(OnOneLine(exception.Message));
            return WrongInput;
        }
    }

    private static string OnOneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
