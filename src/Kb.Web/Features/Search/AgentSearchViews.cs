using System.Collections.Immutable;
using Kb.Search.Query;

namespace Kb.Web.Features.Search;

/// <summary>What a search of the staff found.</summary>
/// <param name="Query">As typed.</param>
/// <param name="Repaired">What was searched instead, or null.</param>
/// <param name="Total">How many matched in all.</param>
/// <param name="Summary">The same in words.</param>
/// <param name="Notice">What to know about the query; null when there is nothing to know.</param>
/// <param name="Hits">The best of them.</param>
/// <param name="Facets">How all that matches falls apart, the largest group first; not counted while the query is being typed.</param>
public sealed record AgentSearchView(
    string Query, string? Repaired, int Total, string Summary, string? Notice, ImmutableArray<AgentHitView> Hits, FacetsView Facets);

/// <summary>
/// One hit. The article is the one that it is or belongs to, null for a template of its own; the address is where the staff reads it; the marks are spans of the snippet; «why» says in words what matched and
/// where, the strongest first; the answer is what to tell the student, as text (a template keeps its variables), null where there is
/// none, with marks of its own; the link is where any student may read it, null when that is nowhere; the badges say what it is and
/// what to know before using it.
/// </summary>
public sealed record AgentHitView(
    string Id,
    string Type,
    string Kind,
    string Title,
    string? Article,
    string Url,
    string Snippet,
    ImmutableArray<TextSpan> Marks,
    double Score,
    ImmutableArray<string> Why,
    string? Answer,
    ImmutableArray<TextSpan> AnswerMarks,
    string? Link,
    DateOnly? VerifiedOn,
    ImmutableArray<string> Badges);

/// <summary>Counts by attribute, each without a filter by that attribute. A course counts everything that holds for it.</summary>
public sealed record FacetsView(ImmutableArray<FacetView> Type, ImmutableArray<FacetView> Kind, ImmutableArray<FacetView> Course)
{
    /// <summary>Nothing counted.</summary>
    public static FacetsView None { get; } = new([], [], []);
}

/// <summary>One value of an attribute and how many hits have it.</summary>
public sealed record FacetView(string Value, string Label, int Count);
