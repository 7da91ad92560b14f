using Kb.Search.Analysis;

namespace Kb.Search.Index;

/// <summary>
/// One way to read the same words: as stems, as they are written, later by prefixes or n-grams. Every view has its own terms and postings;
/// a document's score is the weighted sum of what its views give.
/// </summary>
/// <param name="Analyzer">How this view reads documents and queries.</param>
/// <param name="Weight">Factor of the view's BM25F score; greater than 0.</param>
public sealed record TermView(Analyzer Analyzer, double Weight)
{
    /// <summary>
    /// Whether a document is found because of this view alone. Runs of letters are shared by words that have nothing in common:
    /// they may order what others found, but «ничего не найдено» must stay possible.
    /// </summary>
    public bool Finds { get; init; } = true;
}
