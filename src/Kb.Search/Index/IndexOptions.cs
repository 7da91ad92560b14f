using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Ranking;
using Kb.Search.Repair;
using Kb.Search.Synonyms;

namespace Kb.Search.Index;

/// <summary>What an index reads and how it weighs it.</summary>
public sealed record IndexOptions
{
    /// <summary>The fields that documents may have; at most <see cref="MaxFields"/>, each name once.</summary>
    public required ImmutableArray<FieldOptions> Fields { get; init; }

    /// <summary>Finds the words of documents and queries as they are written, normalised; drops none.</summary>
    public required Analyzer Words { get; init; }

    /// <summary>The steps from a written word to the stem that it is found by. A step that drops the word makes it one that nobody searches for.</summary>
    public required ImmutableArray<ITokenFilter> Stemming { get; init; }

    /// <summary>Words and stemming in one: what is highlighted.</summary>
    public Analyzer Stems => Stemming.Aggregate(Words, (analyzer, step) => analyzer.With(step));

    /// <summary>How soon repetition of a word stops to count: BM25's k1.</summary>
    /// <value>Greater than 0; 1.5 by default, above the usual 1.2 because field weights make frequencies larger.</value>
    public double Saturation { get; init; } = 1.5;

    /// <summary>How many documents the first pass hands to the ranker; as many as <see cref="Query.SearchQuery.Top"/> if that is more.</summary>
    /// <value>1 or more; 100 by default. Where more documents match than this, one that the first pass rates below all candidates is not shown.</value>
    public int Candidates { get; init; } = 100;

    /// <summary>A word that a larger share of all documents has finds none where the query has a rarer word that does; it still counts in the scores.</summary>
    /// <value>0.5 by default; 1 lets every word find.</value>
    public double CommonShare { get; init; } = 0.5;

    /// <summary>Among fewer documents no word is common: all of them fit on a page, and a share of them says little.</summary>
    public const int ManyDocuments = 40;

    /// <summary>What counts how much in the final score.</summary>
    public RankingOptions Ranking { get; init; } = new();

    /// <summary>Words that are right though no document has them: stop words, names. Query repair leaves them alone.</summary>
    public FrozenSet<string> KnownWords { get; init; } = [];

    /// <summary>Words that stand for each other in queries.</summary>
    public WordGroups Groups { get; init; } = WordGroups.None;

    /// <summary>Words that stand for each other in any base; those of <see cref="Groups"/> win.</summary>
    public Thesaurus Thesaurus { get; init; } = Thesaurus.None;

    /// <summary>Longest passage under a hit, in characters.</summary>
    /// <value>40 or more; 240 by default: about three lines on a phone.</value>
    public int SnippetLength { get; init; } = 240;

    /// <summary>More fields than this cannot be told apart in a posting.</summary>
    public const int MaxFields = 16;

    /// <summary>Stems find; the form that was typed wins over other forms of the word, and those over close spellings.</summary>
    /// <remarks>Weights were chosen on the development parts of nine public Russian query sets, one setting for all.</remarks>
    /// <param name="stopWords">Lower case, «ё» written as «е».</param>
    /// <param name="fields">The fields of the documents.</param>
    public static IndexOptions Russian(FrozenSet<string> stopWords, params ImmutableArray<FieldOptions> fields)
    {
        // Before stemming: the stop list holds written forms («была»), not stems.
        ImmutableArray<ITokenFilter> stemming = [new StopWordFilter(stopWords), new IrregularFormFilter(), new RussianStemFilter()];
        return new IndexOptions
        {
            Fields = fields,
            Words = RussianAnalyzer.CreateSurface(),
            Stemming = stemming,
            KnownWords = stopWords,
            Thesaurus = Thesaurus.Russian(stemming),
        };
    }
}
