using System.Collections.Immutable;

namespace Kb.Search.Query;

/// <summary>Counts all visible matches, and their attribute values where facets are asked for.</summary>
internal sealed class MatchCounter(ImmutableArray<string> facets)
{
    private readonly Dictionary<string, Dictionary<string, int>> _facets =
        facets.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Matches so far.</summary>
    public int Total { get; private set; }

    /// <summary>Attribute to value to the number of matches that have it.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, int>> Facets =>
        _facets.ToImmutableDictionary(facet => facet.Key, facet => facet.Value.ToImmutableDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Counts the documents of one segment that have points and may be seen.</summary>
    public void Count(ReadOnlySpan<ushort> scores, DocumentFilter filter)
    {
        for (var document = 0; document < scores.Length; document++)
        {
            if (scores[document] == 0 || !filter.Admits(document))
            {
                continue;
            }

            Total++;
            foreach (var (name, counts) in _facets)
            {
                if (filter.AttributesOf(document).TryGetValue(name, out var value))
                {
                    counts[value] = counts.GetValueOrDefault(value) + 1;
                }
            }
        }
    }
}
