using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kb.Web.Hosting;

namespace Kb.Web.Verbs;

/// <summary>The shape that <c>search</c> and <c>classify</c> share: a line in, an answer out, thousands in one start.</summary>
internal static class LineBatch
{
    /// <summary>The file of lines; «-» is standard input.</summary>
    public static Option<string?> In() => new("--in")
    {
        Description = "File with one text a line, UTF-8; - is standard input. Without it the texts are taken from the arguments.",
        HelpName = "FILE",
    };

    /// <summary>Texts given as arguments.</summary>
    public static Argument<string[]> Texts() => new("text") { Description = "Texts, when there is no --in.", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>Answers every line in order; an empty line is answered too.</summary>
    /// <param name="lines">In order.</param>
    /// <param name="json">Whether a program reads the answers, or a person.</param>
    /// <param name="answer">Line → answer; the answer is what a program is given.</param>
    /// <param name="describe">Answer → what a person is given.</param>
    /// <returns>The exit code.</returns>
    public static int Run<T>(IEnumerable<string> lines, bool json, Func<string, T> answer, Func<T, string> describe)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);
        foreach (var line in lines)
        {
            var answered = answer(line);
            output.WriteLine(json ? JsonSerializer.Serialize(answered, KbJson.Options) : describe(answered));
        }

        return CommandLine.Done;
    }

    /// <summary>The lines that the caller named, or null after saying that the file cannot be read.</summary>
    public static IEnumerable<string>? Lines(string? file, string[] texts)
    {
        if (file is null)
        {
            return texts;
        }

        if (file == "-")
        {
            return Lines(new StreamReader(Console.OpenStandardInput(), Encoding.UTF8));
        }

        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"Файла «{file}» нет.");
            return null;
        }

        return File.ReadLines(file, Encoding.UTF8);
    }

    /// <summary>Milliseconds since a timestamp, to the microsecond.</summary>
    public static double MillisecondsSince(long timestamp) => Math.Round(Stopwatch.GetElapsedTime(timestamp).TotalMilliseconds, 3);

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        using (reader)
        {
            while (reader.ReadLine() is { } line)
            {
                yield return line;
            }
        }
    }
}
