using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Search.Query;

/// <summary>What somebody looks for, and what they may see. The filter is applied while matching, never to a finished page.</summary>
/// <param name="Text">As typed; at most <see cref="MaxTextLength"/> characters are read, the rest is ignored.</param>
/// <param name="Grants">What the caller holds (see <see cref="Index.AccessRule"/>).</param>
/// <param name="At">The instant at which documents must be valid.</param>
public sealed record SearchQuery(string Text, FrozenSet<string> Grants, DateTimeOffset At)
{
    /// <summary>Longest query that is read, in characters.</summary>
    public const int MaxTextLength = 400;

    /// <summary>How many hits to return, best first.</summary>
    /// <value>1 to <see cref="MaxTop"/>, taken as the nearest of them if it is neither; 10 by default.</value>
    public int Top { get; init; } = 10;

    /// <summary>Most hits of one search.</summary>
    public const int MaxTop = 1_000;

    /// <summary>
    /// Whether the last word may still be growing, as in a search while somebody types: then words that begin with it are found too, behind those that are it.
    /// </summary>
    public bool IsStillTyped { get; init; }

    /// <summary>Whether hits carry a passage and the reasons. Machines that only want ids save the time to make them.</summary>
    public bool Explain { get; init; } = true;

    /// <summary>Whether to search for the very words: «Искать „…“» under a repaired query.</summary>
    public bool AsTyped { get; init; }

    /// <summary>Whether all matches are counted. Who only wants the best saves the time.</summary>
    public bool CountTotal { get; init; } = true;

    /// <summary>Attributes whose values are counted over all matches («type», «course»).</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>Exact attribute values that a hit must have; several values of one attribute are alternatives.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Filters { get; init; } = NoFilters;

    /// <summary>Words that a hit must not have in its title or text, in any form (see <see cref="ExcludingText"/>).</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>What speaks for documents besides their words; none by default.</summary>
    public ImmutableArray<Prior> Priors { get; init; } = [];

    /// <summary>Any attributes.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> NoFilters => ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}
