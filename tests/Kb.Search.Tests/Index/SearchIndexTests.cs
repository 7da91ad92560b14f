using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Search.Tests.Index;

/// <summary>What contracts of an index need: documents, questions, and an index to be tested.</summary>
public abstract class SearchIndexTests
{
    protected static readonly DateTimeOffset Today = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    protected static readonly FrozenSet<string> Nobody = [];
    protected static readonly FrozenSet<string> Agent = ["public", "students", "agents"];

    /// <summary>An empty index with the fields «title» (worth more) and «body» (passages), Russian text, and the stop words «как», «и», «на».</summary>
    protected abstract ISearchIndex CreateIndex();

    protected static SearchDocument Document(string id, string title, string body) => new()
    {
        Id = id,
        Title = title,
        Fields = [new FieldText("title", title), new FieldText("body", body)],
    };

    protected static SearchQuery Ask(string text) => new(text, Nobody, Today);

    protected ISearchIndex IndexOf(params SearchDocument[] documents)
    {
        var index = CreateIndex();
        index.Replace(documents);
        return index;
    }

    protected static IEnumerable<string> Ids(ISearchIndex index, SearchQuery query) => index.Search(query).Hits.Select(hit => hit.Id);

    protected static ImmutableDictionary<string, string> Attributes(params (string Name, string Value)[] pairs) =>
        pairs.ToImmutableDictionary(pair => pair.Name, pair => pair.Value);
}
