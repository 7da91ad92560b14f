using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Search.Index;

/// <summary>
/// Who may find a document: a conjunction of clauses, each satisfied by any one of its grants.
/// «Students of the course or any agent» is one clause of two grants; «students, and of the course» is two clauses.
/// </summary>
/// <param name="Clauses">Every clause must be met; an empty list admits everyone.</param>
public sealed record AccessRule(ImmutableArray<FrozenSet<string>> Clauses)
{
    /// <summary>Admits everyone.</summary>
    public static AccessRule Everyone { get; } = new([]);

    /// <summary>This rule, and additionally any one of <paramref name="grants"/>.</summary>
    public AccessRule AndAnyOf(params IEnumerable<string> grants) =>
        new(Clauses.Add(grants.ToFrozenSet(StringComparer.Ordinal)));

    /// <summary>Whether a holder of these grants may see the document.</summary>
    public bool Admits(FrozenSet<string> grants) =>
        Clauses.All(clause => clause.Overlaps(grants));
}
