using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>How the host stores <see cref="DialogueEvent"/>s: one JSON object each, enum values in kebab-case, Cyrillic as it is.</summary>
public static class DialogueJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            new IdConverter<KindId>(value => new KindId(value)),
            new IdConverter<ArticleId>(value => new ArticleId(value)),
        },
    };

    /// <summary>One event as JSON.</summary>
    public static string Write(DialogueEvent happened) => JsonSerializer.Serialize(happened, Options);

    /// <summary>One event from JSON.</summary>
    /// <exception cref="JsonException">It was not written by <see cref="Write"/>.</exception>
    public static DialogueEvent Read(string json) => JsonSerializer.Deserialize<DialogueEvent>(json, Options) ?? throw new JsonException("An event cannot be null.");

    private sealed class IdConverter<T>(Func<string, T> create) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            create(reader.GetString() ?? throw new JsonException("An id cannot be null."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
