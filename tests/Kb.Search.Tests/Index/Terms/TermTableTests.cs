using Kb.Search.Index.Terms;
using Kb.Search.Tests.Analysis;

namespace Kb.Search.Tests.Index.Terms;

public class TermTableTests
{
    [Fact]
    public void Terms_are_numbered_as_they_come_and_found_again()
    {
        var table = new TermTable();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);

        foreach (var term in HostileTexts.Random(5_000, seed: 11))
        {
            Assert.Equal(known.TryGetValue(term, out var number), table.TryFind(term, out var found));
            Assert.Equal(known.ContainsKey(term) ? number : -1, found);
            known.TryAdd(term, known.Count);
            Assert.Equal(known[term], table.FindOrAdd(term));
        }

        table.Trim();
        Assert.Equal(known.Count, table.Count);
        Assert.All(known, term => Assert.Equal(term.Key, table[term.Value].ToString()));
    }
}
