using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kb.Desk.Storage;

/// <summary>Instants as UTC ticks: they keep their order in every database, and SQLite cannot order a DateTimeOffset at all.</summary>
public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>Typed ids as the text that they wrap.</summary>
internal sealed class OpaqueIdConverter<TId>() : ValueConverter<TId, string>(id => id.Value, text => Wrap(text))
    where TId : struct, IOpaqueId<TId>
{
    // An expression tree cannot call a static abstract member itself.
    private static TId Wrap(string text) => TId.From(text);
}

/// <summary>Enums as <see cref="StableText{TEnum}"/>.</summary>
internal sealed class StableTextConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => StableText<TEnum>.Of(value),
    text => StableText<TEnum>.Parse(text))
    where TEnum : struct, Enum;

/// <summary>A value that is read and written only as a whole, as JSON text with Cyrillic unescaped.</summary>
internal sealed class JsonColumnConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonColumn.Options),
    text => JsonSerializer.Deserialize<T>(text, JsonColumn.Options)!);

/// <summary>Lists are equal when their items are; arrays that are equal by reference alone would be written again and again.</summary>
internal sealed class ListComparer<T>() : ValueComparer<ImmutableArray<T>>(
    (left, right) => left.AsEnumerable().SequenceEqual(right),
    list => list.Length,
    list => list);

internal static class JsonColumn
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
