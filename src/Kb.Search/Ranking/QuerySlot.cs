using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Index.Terms;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>Another word that may be meant in the place of a slot: a reading of a mistyped word, another word for the thing.</summary>
/// <param name="Surface">Normalised.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Weight">What it counts beside the slot's own word; in (0, 1].</param>
internal readonly record struct SlotVariant(string Surface, string Stem, double Weight);

/// <summary>A distinct word of the query that documents are asked for.</summary>
/// <param name="Written">As it stands in the query.</param>
/// <param name="Surface">Normalised.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Times">How often it was asked for.</param>
/// <param name="Place">Ordinal among the searchable words of the query: neighbours differ by one, whatever stop words stand between them.</param>
/// <param name="Worth">In (0, 1]: how sure it is that the word is meant.</param>
/// <param name="Variants">What else may be meant in its place.</param>
internal readonly record struct QuerySlot(string Written, string Surface, string Stem, int Times, int Place, double Worth, ImmutableArray<SlotVariant> Variants)
{
    /// <summary>A word of this idf weighs the same whatever power rarity is taken to, so that the power can be chosen apart from all other weights.</summary>
    private const double UsualRarity = 5;

    /// <summary>Whether longer words that begin with it are meant too: somebody is still typing it.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>The slot as if a variant had been asked for.</summary>
    public QuerySlot As(SlotVariant variant) => this with { Surface = variant.Surface, Stem = variant.Stem, Variants = [], IsUnfinished = false };

    /// <summary>A number, a code, an address: only the same one is meant.</summary>
    public bool IsCode => Surface.AsSpan().ContainsAnyInRange('0', '9') || Surface.Contains('@', StringComparison.Ordinal);

    /// <summary>Words joined to one, whose parts are words of the query too.</summary>
    public bool IsCompound => !IsCode && !GramTable.IsSpelled(Surface);

    /// <summary>Whether close spellings are looked for.</summary>
    public bool MayBeMisspelt => (IsUnfinished || Surface.Length > BeginningTable.Letters) && GramTable.IsSpelled(Surface);

    /// <summary>The distinct searchable words, in order.</summary>
    /// <param name="words">The query.</param>
    /// <param name="isStillTyped">Whether the last word may still be growing; one of a letter or two says too little to look for its endings.</param>
    public static ImmutableArray<QuerySlot> Of(ImmutableArray<QueryWord> words, bool isStillTyped)
    {
        var slots = ImmutableArray.CreateBuilder<QuerySlot>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var (place, position) = (-1, -1);
        foreach (var word in words.Where(word => word.Stem.Length > 0 && !word.IsAlternative))
        {
            place += word.Position == position ? 0 : 1; // A compound and its first part share their place.
            position = word.Position;
            if (known.TryAdd(word.Surface, slots.Count))
            {
                slots.Add(new QuerySlot(word.Written, word.Surface, word.Stem, Times: 1, place, word.Weight, VariantsOf(word, words)));
            }
            else
            {
                slots[known[word.Surface]] = slots[known[word.Surface]] with { Times = slots[known[word.Surface]].Times + 1 };
            }
        }

        if (isStillTyped && words.LastOrDefault(word => !word.IsAlternative) is { Surface: { } last } && known.TryGetValue(last, out var slot))
        {
            slots[slot] = slots[slot] with { IsUnfinished = last.Length >= BeginningTable.Letters };
        }

        return slots.DrainToImmutable();
    }

    private static ImmutableArray<SlotVariant> VariantsOf(QueryWord word, ImmutableArray<QueryWord> words) =>
    [
        .. words
            .Where(other => other.IsAlternative && other.Position == word.Position && other.Stem.Length > 0 && other.Surface != word.Surface)
            .Select(other => new SlotVariant(other.Surface, other.Stem, other.Weight)),
    ];

    /// <summary>What the slot weighs: its rarity, as often as it was asked for.</summary>
    /// <param name="options">Weights.</param>
    /// <param name="documentCount">Documents in the index.</param>
    /// <param name="documentFrequency">How many of them have the word or one like it.</param>
    public float Weigh(RankingOptions options, int documentCount, double documentFrequency) =>
        (float)(Times * Worth
            * (IsCode ? options.CodeWeight : IsCompound ? options.CompoundWeight : 1)
            * UsualRarity * Math.Pow(Bm25.Idf(documentCount, documentFrequency) / UsualRarity, options.RarityPower));
}
