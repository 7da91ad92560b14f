using System.Text.Json;

namespace Kb.Bench.Data;

/// <summary>Reads files with one JSON object a line (<c>.jsonl</c>, <c>.jsonl.gz</c>).</summary>
public static class JsonLines
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>The objects of the file, one by one; unknown members are ignored.</summary>
    /// <exception cref="InvalidDataException">A line is not such an object; the message says which.</exception>
    public static IEnumerable<T> Read<T>(string path)
        where T : class
    {
        var number = 0;
        foreach (var line in TextLines.Read(path))
        {
            number++;
            yield return Parse<T>(line) ?? throw new InvalidDataException($"{path}: object {number} cannot be read.");
        }
    }

    private static T? Parse<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
