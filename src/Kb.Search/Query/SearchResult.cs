using System.Collections.Immutable;
using Kb.Search.Ranking;
using Kb.Search.Repair;

namespace Kb.Search.Query;

/// <summary>The answer to one query.</summary>
/// <param name="Query">The query as typed.</param>
/// <param name="Repaired">The text that was searched instead, when the query was repaired; otherwise null.</param>
/// <param name="Hits">Best first; equal scores by ascending id.</param>
/// <param name="Total">How many documents matched in all, before <see cref="SearchQuery.Top"/> cut the list; only the number of hits where nobody asked to count.</param>
public sealed record SearchResult(string Query, string? Repaired, ImmutableArray<SearchHit> Hits, int Total)
{
    /// <summary>What was repaired, in the order of <see cref="Repaired"/>; empty when nothing was.</summary>
    public ImmutableArray<WordChange> Changes { get; init; } = [];

    /// <summary>For each of <see cref="SearchQuery.Facets"/>, how many matches have which value; a value that none has is left out.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, int>> Facets { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, int>>.Empty;
}

/// <summary>One found document.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">BM25F score, &gt; 0; comparable only within one result.</param>
/// <param name="Attributes">The document's attributes.</param>
/// <param name="Snippet">The best passage, with the matched words marked; <see cref="Snippet.None"/> where nobody asked to explain.</param>
/// <param name="Why">Where the score came from; <see cref="Explanation.None"/> where nobody asked to explain.</param>
public sealed record SearchHit(
    string Id,
    string Title,
    double Score,
    ImmutableDictionary<string, string> Attributes,
    Snippet Snippet,
    Explanation Why);

/// <summary>A passage and the spans in it that matched.</summary>
/// <param name="Text">Plain text: whole sentences if they fit, else whole words with «…» where a sentence was cut.</param>
/// <param name="Marks">Spans in <paramref name="Text"/>, ascending, not overlapping.</param>
public sealed record Snippet(string Text, ImmutableArray<TextSpan> Marks)
{
    /// <summary>No passage: the document has no text to cut from.</summary>
    public static Snippet None { get; } = new("", []);
}

/// <summary>Characters [Start, End) of a text.</summary>
public readonly record struct TextSpan(int Start, int End);
