using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kb.Web.Hosting;

/// <summary>The one dialect of JSON that Kb reads and writes: strict when reading, Cyrillic left as it is when writing.</summary>
public static class KbJson
{
    /// <summary>Deeper bodies are refused: nothing of ours nests so far, and a deep one costs stack.</summary>
    public const int MaxDepth = 32;

    /// <summary>For everything outside the HTTP pipeline (event streams, verbs). Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Makes given options speak the dialect.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.MaxDepth = MaxDepth;
        // A number is a number: the web defaults would also take one in quotes, and say so in the OpenAPI document.
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
