using System.Text.Json;
using Kb.Web.Hosting;

namespace Kb.Web.Verbs;

/// <summary>What verbs print: results on standard output, for a person or as one JSON object a line; everything else on standard error.</summary>
internal static class Output
{
    public static void Write(bool asJson, object forMachines, string forPeople) =>
        Console.WriteLine(asJson ? JsonSerializer.Serialize(forMachines, KbJson.Options) : forPeople);

    /// <summary>Says why the verb could not do its work.</summary>
    /// <returns>Its exit code.</returns>
    public static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return CommandLine.Failed;
    }
}
