using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Query;

public class FrequentStemsTests
{
    /// <summary>Sixty articles that say «не»; every tenth says «могу» too, every one of the others «возврат» or «доступ».</summary>
    private static readonly SearchDocument[] Base = [.. Enumerable.Range(0, 60).Select(i => Body($"{i:00}", i % 10 == 0 ? "Не могу войти" : i % 2 == 0 ? "Доступ не открыт" : "Возврат не пришёл"))];

    [Fact]
    public void What_most_documents_have_finds_none_where_a_rarer_word_does()
    {
        var found = Find("не могу");

        Assert.Equal(["00", "10", "20", "30", "40", "50"], Ids(found));
        Assert.Equal(6, found.Total);
    }

    [Theory]
    [InlineData("не")]
    [InlineData("не синхрофазотрон")]
    public void Where_no_rarer_word_stands_anywhere_it_counts(string query) => Assert.Equal(60, Find(query).Total);

    [Fact]
    public void Where_rarer_words_stand_only_in_what_the_caller_may_not_see_it_counts()
    {
        var hidden = Body("secret", "Не синхрофазотрон") with { Access = AccessRule.Everyone.AndAnyOf("agents") };

        Assert.Equal(60, Find("не синхрофазотрон", hidden).Total);
    }

    [Fact]
    public void It_still_tells_documents_with_the_rarer_word_apart() =>
        Assert.Equal(["with", "without"], Ids(Find("не синхрофазотрон", Body("without", "Синхрофазотрон был"), Body("with", "Синхрофазотрон не"))));

    [Fact]
    public void In_a_base_of_few_documents_every_word_finds()
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace(Base[..20]);

        Assert.Equal(20, index.Search(new SearchQuery("не могу", [], default)).Total);
    }

    private static SearchResult Find(string query, params SearchDocument[] more)
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace([.. Base, .. more]);
        return index.Search(new SearchQuery(query, [], default) { Top = 100, AsTyped = true });
    }

    private static IEnumerable<string> Ids(SearchResult result) => result.Hits.Select(hit => hit.Id);

    private static SearchDocument Body(string id, string text) => new() { Id = id, Title = id, Fields = [new("body", text)] };
}
