using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Index.Segments;

namespace Kb.Search.Query;

/// <summary>Which documents of a segment a query may find at all: not deleted, access, validity, attributes. Asked while matching, before anything is counted.</summary>
internal sealed class DocumentFilter
{
    private readonly LiveSegment _live;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _attributes;
    private readonly bool[] _verdicts;
    private readonly FrozenSet<int> _excluded;
    private readonly long _at;

    /// <summary>Whether this caller may find every document: then none is asked about.</summary>
    private readonly bool _isOpen;

    public DocumentFilter(IndexOptions options, LiveSegment live, SearchQuery query)
    {
        _live = live;
        _attributes = query.Filters;
        _verdicts = live.Segment.Visibility.Judge(query.Grants);
        _excluded = ExcludedDocuments.Of(options, live.Segment, query.Excluded);
        _at = query.At.UtcTicks;
        _isOpen = live.Deleted.IsEmpty && _excluded.Count == 0 && _attributes.IsEmpty && live.Segment.Visibility.AdmitsAll(_verdicts);
    }

    /// <summary>Whether the document may be found.</summary>
    public bool Admits(int document) => _isOpen || AdmitsOne(document);

    /// <summary>What the document can be filtered and counted by.</summary>
    public ImmutableDictionary<string, string> AttributesOf(int document) => _live.Segment.Documents[document].Attributes;

    private bool AdmitsOne(int document) =>
        !_live.IsDeleted(document)
        && !_excluded.Contains(document)
        && _live.Segment.Visibility.Admits(document, _verdicts, _at)
        && (_attributes.IsEmpty || HasAttributes(AttributesOf(document)));

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
