using System.Collections.Immutable;
using Kb.Search.Index;

namespace Kb.Search.Query;

/// <summary>Which documents a query may find at all: access, validity, attributes. Asked while matching, before anything is counted.</summary>
internal sealed class DocumentFilter
{
    private readonly IndexSnapshot _snapshot;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _attributes;
    private readonly bool[] _verdicts;
    private readonly long _at;

    public DocumentFilter(IndexSnapshot snapshot, SearchQuery query)
    {
        _snapshot = snapshot;
        _attributes = query.Filters;
        _verdicts = snapshot.Visibility.Judge(query.Grants);
        _at = query.At.UtcTicks;
    }

    public bool Admits(int document) =>
        _snapshot.Visibility.Admits(document, _verdicts, _at)
        && (_attributes.IsEmpty || HasAttributes(_snapshot.Documents[document].Attributes));

    private bool HasAttributes(ImmutableDictionary<string, string> attributes)
    {
        foreach (var (name, allowed) in _attributes)
        {
            if (!attributes.TryGetValue(name, out var value) || !allowed.Contains(value, StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
