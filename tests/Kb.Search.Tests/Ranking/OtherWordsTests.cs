using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Repair;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Ranking;

public class OtherWordsTests
{
    [Fact]
    public void A_document_that_says_it_in_another_word_is_found() =>
        Assert.Equal(["a"], Find(InvertedIndexTests.Options, "дисплей", Body("a", "Что делать, если экран погас"), Body("b", "Возврат денег")));

    [Fact]
    public void The_word_itself_wins_over_another_word_for_it() =>
        Assert.Equal(["b", "a"], Find(
            InvertedIndexTests.Options,
            "дисплей телефона",
            Body("a", "Экран телефона погас"),
            Body("b", "Дисплей телефона погас")));

    [Fact]
    public void What_the_base_says_of_a_word_wins_over_what_is_said_in_general()
    {
        var options = InvertedIndexTests.Options with { Groups = WordGroups.Of(InvertedIndexTests.Options.Stems, [], [["дисплей", "витрина"]]) };

        Assert.Equal(["b"], Find(options, "дисплей", Body("a", "Экран погас"), Body("b", "Витрина курсов")));
    }

    [Fact]
    public void Nothing_else_is_found_where_other_words_are_worth_nothing() =>
        Assert.Empty(Find(InvertedIndexTests.Options with { Ranking = new() { SynonymLikeness = 0 } }, "дисплей", Body("a", "Экран погас")));

    private static IEnumerable<string> Find(IndexOptions options, string query, params SearchDocument[] documents)
    {
        var index = new InvertedIndex(options);
        index.Replace([.. documents]);
        return index.Search(new SearchQuery(query, [], default) { AsTyped = options.Groups == WordGroups.None }).Hits.Select(hit => hit.Id);
    }

    private static SearchDocument Body(string id, string text) => new() { Id = id, Title = id, Fields = [new("body", text)] };
}
