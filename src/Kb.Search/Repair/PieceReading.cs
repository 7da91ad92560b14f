using System.Collections.Immutable;
using Kb.Search.Query;

namespace Kb.Search.Repair;

/// <summary>With which hands a piece was typed.</summary>
internal enum TypingMode
{
    AsTyped,
    OtherLayout,
    Transliterated,
}

/// <summary>One way to read a piece between spaces.</summary>
/// <param name="Mode">How it was typed.</param>
/// <param name="Words">Its words that this reading changes or would like to see changed; untouched ones are left out.</param>
/// <param name="Converted">The piece as it looks in this reading, as long as the original; null where that is the original.</param>
/// <param name="Cost">Nats: the less, the likelier.</param>
/// <param name="IsKnown">Whether the vocabulary knows every word as it is read.</param>
internal sealed record PieceReading(TypingMode Mode, ImmutableArray<ReadWord> Words, string? Converted, double Cost, bool IsKnown);

/// <summary>One word of a piece in one reading.</summary>
/// <param name="Place">In the query as typed.</param>
/// <param name="Word">Lower case, converted as the mode says.</param>
/// <param name="Meant">What it may mean, best first, with weights in (0, 1]; empty where it stays as <paramref name="Word"/>.</param>
/// <param name="Kind">What was wrong, where something is meant.</param>
/// <param name="Cost">Nats.</param>
/// <param name="IsKnown">Whether the vocabulary knows the word, as it is or as it is meant for sure.</param>
internal sealed record ReadWord(TextSpan Place, string Word, ImmutableArray<MeantWord> Meant, RepairKind Kind, double Cost, bool IsKnown);

/// <summary>What a word may mean.</summary>
internal readonly record struct MeantWord(string Text, double Weight);
