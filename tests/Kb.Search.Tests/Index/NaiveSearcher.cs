using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Search.Tests.Index;

/// <summary>
/// What a search should find, computed from the texts the plain way: every document, every word, no index. The score is BM25F on stems, which the
/// engine's first pass is to follow.
/// </summary>
internal sealed class NaiveSearcher(IndexOptions options, IReadOnlyList<SearchDocument> documents)
{
    private readonly Dictionary<SearchDocument, string[][]> _stems = documents.ToDictionary(document => document, document => Read(options, document));

    private readonly double[] _means =
    [
        .. options.Fields.Select(field => documents
            .Select(document => Read(options, document)[options.Fields.IndexOf(field)].Length)
            .Where(length => length > 0)
            .DefaultIfEmpty(1)
            .Average()),
    ];

    /// <summary>The visible documents with a stem of the query, and their scores; with a stem that not most documents have, if there are any.</summary>
    public Dictionary<string, double> Find(SearchQuery query)
    {
        var asked = options.Stems.Analyze(query.Text).Select(token => token.Term).ToArray();
        var rare = asked.Where(stem => documents.Count < IndexOptions.ManyDocuments || Having(stem) <= options.CommonShare * documents.Count).ToArray();
        return FindByAny(rare, asked, query) is { Count: > 0 } found ? found : FindByAny(asked, asked, query);
    }

    private Dictionary<string, double> FindByAny(string[] finding, string[] asked, SearchQuery query) =>
        documents
            .Where(document => document.Access.Admits(query.Grants) && (document.ValidUntil is not { } end || query.At < end))
            .Where(document => query.Filters.All(filter => document.Attributes.TryGetValue(filter.Key, out var value) && filter.Value.Contains(value)))
            .Where(document => finding.Any(stem => Has(document, stem)))
            .ToDictionary(document => document.Id, document => asked.Sum(stem => Worth(document, stem)));

    private bool Has(SearchDocument document, string stem) => _stems[document].Any(words => words.Contains(stem));

    private int Having(string stem) => documents.Count(document => Has(document, stem));

    private static string[][] Read(IndexOptions options, SearchDocument document) =>
    [
        .. options.Fields.Select(field => document.Fields
            .Where(text => text.Field == field.Name)
            .SelectMany(text => options.Stems.Analyze(text.Text))
            .Select(token => token.Term)
            .ToArray()),
    ];

    private double Worth(SearchDocument document, string stem)
    {
        var frequency = options.Fields.Select((field, i) =>
        {
            var times = _stems[document][i].Count(word => word == stem);
            return times * field.Weight / (1 - field.LengthNorm + (field.LengthNorm * _stems[document][i].Length / _means[i]));
        }).Sum();
        var having = Having(stem);
        var idf = Math.Log(1 + ((documents.Count - having + 0.5) / (having + 0.5)));
        return idf * frequency * (options.Saturation + 1) / (options.Saturation + frequency);
    }
}
