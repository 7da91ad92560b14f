using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Analysis;

namespace Kb.Search.Index;

/// <summary>What an index reads and how it weighs it.</summary>
public sealed record IndexOptions
{
    /// <summary>The fields that documents may have; at most <see cref="MaxFields"/>, each name once.</summary>
    public required ImmutableArray<FieldOptions> Fields { get; init; }

    /// <summary>The readings of the text; those that find come first, at least one. The first decides which words are highlighted.</summary>
    public required ImmutableArray<TermView> Views { get; init; }

    /// <summary>How soon repetition of a word stops to count: BM25's k1.</summary>
    /// <value>Greater than 0; 2.5 by default, above the usual 1.2 because field weights make frequencies larger.</value>
    public double Saturation { get; init; } = 2.5;

    /// <summary>Longest passage under a hit, in characters.</summary>
    /// <value>40 or more; 240 by default: about three lines on a phone.</value>
    public int SnippetLength { get; init; } = 240;

    /// <summary>More fields than this cannot be told apart in a posting.</summary>
    public const int MaxFields = 16;

    /// <summary>Stems find; the form that was typed wins over other forms of the word, and close spellings over distant ones.</summary>
    /// <remarks>Weights were chosen on the development parts of nine public Russian query sets, one setting for all.</remarks>
    /// <param name="stopWords">Lower case, «ё» written as «е».</param>
    /// <param name="fields">The fields of the documents.</param>
    public static IndexOptions Russian(FrozenSet<string> stopWords, params ImmutableArray<FieldOptions> fields) => new()
    {
        Fields = fields,
        Views =
        [
            new TermView(RussianAnalyzer.Create(stopWords), Weight: 1),
            new TermView(RussianAnalyzer.CreateSurface().With(new StopWordFilter(stopWords)), Weight: 0.1),
            new TermView(RussianAnalyzer.CreateGrams(stopWords), Weight: 0.2) { Finds = false },
        ],
    };
}
