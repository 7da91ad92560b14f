using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kb.Desk.Storage;

/// <summary>
/// The one spelling of an enum outside the process, in the database and in the API alike: <c>InProgress</c> is <c>in_progress</c>.
/// Renaming a member is therefore a migration.
/// </summary>
/// <typeparam name="TEnum">An enum whose members are distinct.</typeparam>
public static class StableText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Texts = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values =
        Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The stable spelling.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "StableText<TicketStatus>.Of(…) reads as it is meant.")]
    public static string Of(TEnum value) => Texts[value];

    /// <summary>Reads a spelling that came from outside.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The same.")]
    public static bool TryParse([NotNullWhen(true)] string? text, out TEnum value)
    {
        value = default;
        return text is not null && Values.TryGetValue(text, out value);
    }

    /// <summary>Reads a spelling that this program wrote.</summary>
    /// <exception cref="FormatException">The text names no member: a newer version wrote it, or a hand did.</exception>
    internal static TEnum Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"«{text}» is not a {typeof(TEnum).Name}.");
}
