using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Repair;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Query;

public class RepairedSearchTests
{
    [Fact]
    public void A_mistyped_query_finds_what_was_meant_and_says_so()
    {
        var result = IndexOf(Body("a", "Как скачать сертификат"), Body("b", "Возврат денег")).Search(Ask("скочать сертефикат"));

        Assert.Equal("a", Assert.Single(result.Hits).Id);
        Assert.Equal("скачать сертификат", result.Repaired);
        Assert.Equal([RepairKind.Typo, RepairKind.Typo], result.Changes.Select(change => change.Kind));
    }

    [Fact]
    public void A_query_as_typed_is_not_mended()
    {
        var result = IndexOf(Body("a", "Как скачать сертификат")).Search(Ask("скочать") with { AsTyped = true });

        Assert.Empty(result.Hits);
        Assert.Null(result.Repaired);
    }

    [Fact]
    public void What_was_typed_right_wins_over_what_may_be_meant()
    {
        var index = IndexOf(Body("a", "наклейка"), Body("b", "наклонка"), Body("c", "наклейка наклейка"));

        Assert.Equal("b", Assert.Single(index.Search(Ask("наклонка")).Hits).Id);
    }

    [Fact]
    public void A_document_that_was_added_brings_its_words()
    {
        var index = IndexOf(Body("a", "Как скачать сертификат"));
        index.Put([Body("b", "Апелляция")]);

        Assert.Equal("b", Assert.Single(index.Search(Ask("апиляция")).Hits).Id);
    }

    [Fact]
    public void Nobody_is_told_words_of_documents_that_they_may_not_see()
    {
        var index = IndexOf(Body("a", "Как скачать сертификат"), Body("b", "Увольнение куратора") with { Access = AccessRule.Everyone.AndAnyOf("agents") });

        var stranger = index.Search(Ask("сертификат увальнение"));
        var agent = index.Search(new SearchQuery("сертификат увальнение", ["agents"], default));

        Assert.Null(stranger.Repaired);
        Assert.Empty(stranger.Changes);
        Assert.Equal("сертификат увольнение", agent.Repaired);
    }

    [Fact]
    public void Other_words_for_the_thing_find_it_below_the_word_itself()
    {
        var options = InvertedIndexTests.Options;
        var index = new InvertedIndex(options with { Groups = WordGroups.Of(options.Stems, [["Python", "питон"]], [["домашнее задание", "домашка", "дз"]]) });
        index.Replace([Body("a", "сдать домашнее задание"), Body("b", "сдать домашку"), Body("c", "курс Python")]);

        Assert.Equal(["b", "a"], index.Search(Ask("домашка")).Hits.Select(hit => hit.Id));
        Assert.Equal("a", index.Search(Ask("домашнее задание")).Hits[0].Id);
        Assert.Equal("c", Assert.Single(index.Search(Ask("питоном")).Hits).Id);
        Assert.Null(index.Search(Ask("дз")).Repaired);
    }

    private static InvertedIndex IndexOf(params SearchDocument[] documents)
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace(documents);
        return index;
    }

    private static SearchQuery Ask(string text) => new(text, [], default);

    private static SearchDocument Body(string id, string text) => new() { Id = id, Title = id, Fields = [new FieldText("body", text)] };
}
