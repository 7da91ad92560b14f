using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Index;

namespace Kb.Search.Query;

/// <summary>The best passage of a hit, over the fields that passages are cut from.</summary>
internal sealed class PassageFinder(IndexState index, ImmutableArray<CoarseWorth> stems)
{
    // Stems decide what is marked: whatever was found, they found it.
    private readonly Analyzer _analyzer = index.Options.Stems;
    private readonly Dictionary<string, double> _worth = stems.ToDictionary(stem => stem.Stem, stem => (double)stem.Worth[^1], StringComparer.Ordinal);

    /// <summary>The passage of a document, <see cref="Snippet.None"/> if it has no text to cut from.</summary>
    public Snippet Find(SearchDocument document) => index.Options.Fields
        .Where(field => field.Snippets)
        .SelectMany(field => document.Fields.Where(text => text.Field == field.Name && !string.IsNullOrWhiteSpace(text.Text)))
        .Select(text => SnippetBuilder.Build(text.Text, _analyzer, _worth, index.Options.SnippetLength))
        .DefaultIfEmpty((Passage: Snippet.None, Worth: 0))
        .Aggregate((best, next) => next.Worth > best.Worth ? next : best)
        .Passage;
}
