using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kb.Bench;

/// <summary>Prints what a verb measured.</summary>
public static class Figures
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the figures as one JSON object on the last line; for people, a table of the same comes before it.</summary>
    /// <param name="figures">Keys as they are fixed for the verb, in the order to print; numbers and short strings.</param>
    /// <param name="json">Whether a program reads this: then no table.</param>
    public static void Print(IReadOnlyList<KeyValuePair<string, object?>> figures, bool json)
    {
        if (!json)
        {
            var width = figures.Max(figure => figure.Key.Length);
            foreach (var (key, value) in figures)
            {
                Console.Out.WriteLine(FormattableString.Invariant($"{key.PadRight(width)}  {value}"));
            }
        }

        var members = figures.Select(figure => $"{JsonSerializer.Serialize(figure.Key, Readable)}:{JsonSerializer.Serialize(figure.Value, Readable)}");
        Console.Out.WriteLine($"{{{string.Join(',', members)}}}");
    }

    /// <summary>Tells a person who waits what is going on; never on standard output.</summary>
    public static void Progress(FormattableString what) => Console.Error.WriteLine(FormattableString.Invariant(what));
}
