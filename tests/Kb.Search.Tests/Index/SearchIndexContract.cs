using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Ranking;
using Kb.Search.Tests.Analysis;

namespace Kb.Search.Tests.Index;

/// <summary>What every engine behind the seam owes to those who search. An adapter for another engine inherits this and gives its own index.</summary>
public abstract class SearchIndexContract : SearchIndexTests
{
    [Fact]
    public void An_empty_index_finds_nothing()
    {
        var result = CreateIndex().Search(Ask("сертификат"));

        Assert.Empty(result.Hits);
        Assert.Equal(0, result.Total);
    }

    [Fact]
    public void A_document_is_found_by_any_form_of_its_words()
    {
        var index = IndexOf(Document("a", "Как получить сертификат", "Сертификат появится в личном кабинете."));

        Assert.All(
            ["сертификаты", "СЕРТИФИКАТОМ", "получил", "личный кабинет"],
            text => Assert.Equal("a", Assert.Single(index.Search(Ask(text)).Hits).Id));
    }

    [Theory]
    [InlineData("ёлка", "елка")]
    [InlineData("елка", "ёлка")]
    [InlineData("Ёлка", "е\u0308лка")]
    [InlineData("мо\u0438\u0306", "мой")]
    [InlineData("сертификат", "cepтификат")] // Latin look-alikes
    [InlineData("за\u0301мок", "замок")]
    [InlineData("ＰＤＦ", "pdf")]
    public void Spellings_of_one_word_are_equal(string written, string asked) =>
        Assert.Single(IndexOf(Document("a", written, "")).Search(Ask(asked)).Hits);

    [Fact]
    public void Short_i_is_a_letter_of_its_own()
    {
        var index = IndexOf(Document("a", "Йота", ""), Document("b", "Иота", ""));

        Assert.Equal("a", Assert.Single(index.Search(Ask("йота")).Hits).Id);
        Assert.Equal("b", Assert.Single(index.Search(Ask("иота")).Hits).Id);
    }

    [Fact]
    public void The_form_that_was_typed_wins_over_other_forms()
    {
        var index = IndexOf(Document("a", "Оплата курса", ""), Document("b", "Оплаты курсов", ""), Document("c", "Оплату курсу", ""));

        Assert.Equal("b", index.Search(Ask("оплаты курсов")).Hits[0].Id);
        Assert.Equal("c", index.Search(Ask("оплату курсу")).Hits[0].Id);
    }

    [Fact]
    public void A_word_in_the_title_is_worth_more_than_in_the_body()
    {
        var index = IndexOf(
            Document("a", "Рассрочка", "Возврат возможен тоже."),
            Document("b", "Возврат", "Рассрочка возможна тоже."));

        Assert.Equal("b", index.Search(Ask("возврат")).Hits[0].Id);
        Assert.Equal("a", index.Search(Ask("рассрочка")).Hits[0].Id);
    }

    [Fact]
    public void The_last_word_is_found_by_its_beginning_while_it_is_typed()
    {
        var index = IndexOf(Document("a", "Как получить сертификат", ""), Document("b", "Серверы", ""), Document("c", "Получить серт", ""));

        Assert.Equal(["c", "a"], Ids(index, Ask("получить серт") with { IsStillTyped = true }));
        Assert.Equal(["c", "a"], Ids(index, Ask("серт") with { IsStillTyped = true }));
        Assert.Equal(["c"], Ids(index, Ask("серт")));
        Assert.Equal(["c"], Ids(index, Ask("серт ") with { IsStillTyped = true }));
        Assert.Empty(Ids(index, Ask("се") with { IsStillTyped = true }));
    }

    [Fact]
    public void Stop_words_alone_find_nothing() =>
        Assert.Empty(IndexOf(Document("a", "Как и на чём", "как и на")).Search(Ask("как и на")).Hits);

    [Fact]
    public void Hidden_documents_are_neither_found_nor_counted()
    {
        var index = IndexOf(
            Document("open", "Возврат денег", ""),
            Document("agents", "Возврат денег: внутреннее", "") with { Access = AccessRule.Everyone.AndAnyOf("agents") },
            Document("course", "Возврат денег за курс", "") with { Access = AccessRule.Everyone.AndAnyOf("students").AndAnyOf("course:js", "agents") },
            Document("nobody", "Возврат денег никому", "") with { Access = AccessRule.Everyone.AndAnyOf() });

        Assert.Equal(["open"], Ids(index, Ask("возврат") with { Top = 1 }));
        Assert.Equal(1, index.Search(Ask("возврат")).Total);
        Assert.Equal(["open"], Ids(index, Ask("возврат") with { Grants = ["students"] }));
        Assert.Equal(["course", "open"], Ids(index, Ask("возврат") with { Grants = ["students", "course:js"] }).Order());
        Assert.Equal(["agents", "course", "open"], Ids(index, Ask("возврат") with { Grants = Agent }).Order());
    }

    [Fact]
    public void Grants_that_look_like_several_do_not_open_what_several_would()
    {
        var index = IndexOf(
            Document("a", "Возврат", "") with { Access = AccessRule.Everyone.AndAnyOf("x").AndAnyOf("y") },
            Document("b", "Возврат", "") with { Access = AccessRule.Everyone.AndAnyOf("x\ny") },
            Document("c", "Возврат", "") with { Access = AccessRule.Everyone.AndAnyOf("x", "y") });

        Assert.Equal(["c"], Ids(index, Ask("возврат") with { Grants = ["y"] }));
        Assert.Equal(["b"], Ids(index, Ask("возврат") with { Grants = ["x\ny"] }));
        Assert.Equal(["a", "c"], Ids(index, Ask("возврат") with { Grants = ["x", "y"] }));
    }

    [Fact]
    public void A_document_is_found_from_its_first_instant_until_before_its_last()
    {
        var index = IndexOf(Document("a", "Скидка", "") with { ValidFrom = Today, ValidUntil = Today.AddDays(1) });

        Assert.Empty(index.Search(Ask("скидка") with { At = Today.AddTicks(-1) }).Hits);
        Assert.Single(index.Search(Ask("скидка") with { At = Today.ToOffset(TimeSpan.FromHours(3)) }).Hits);
        Assert.Empty(index.Search(Ask("скидка") with { At = Today.AddDays(1) }).Hits);
    }

    [Fact]
    public void Filters_demand_every_attribute_and_any_of_its_values()
    {
        var index = IndexOf(
            Document("a", "Доступ", "") with { Attributes = Attributes(("type", "article"), ("kind", "access")) },
            Document("b", "Доступ", "") with { Attributes = Attributes(("type", "template"), ("kind", "access")) },
            Document("c", "Доступ", ""));
        var everything = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

        Assert.Equal(["a"], Ids(index, Ask("доступ") with { Filters = everything.Add("type", ["article"]).Add("kind", ["access"]) }));
        Assert.Equal(["a", "b"], Ids(index, Ask("доступ") with { Filters = everything.Add("type", ["article", "template"]) }));
        Assert.Equal(0, index.Search(Ask("доступ") with { Filters = everything.Add("type", ["ticket"]) }).Total);
    }

    [Fact]
    public void Exact_ties_stand_by_ordinal_id_whatever_the_order_of_indexing()
    {
        string[] ids = ["b", "a", "B", "я", "10", "9"];
        var index = IndexOf([.. ids.Select(id => Document(id, "Вход", "один и тот же текст"))]);

        Assert.Equal(ids.Order(StringComparer.Ordinal), Ids(index, Ask("вход")));
        Assert.Equal(ids.Order(StringComparer.Ordinal).Take(2), Ids(index, Ask("вход") with { Top = 2 }));
    }

    [Theory]
    [InlineData(int.MinValue, 1)]
    [InlineData(0, 1)]
    [InlineData(3, 3)]
    [InlineData(int.MaxValue, 5)]
    public void Top_is_kept_in_its_bounds_and_total_counts_all(int top, int hits)
    {
        var index = IndexOf([.. Enumerable.Range(0, 5).Select(i => Document($"{i}", "Вход", ""))]);

        var result = index.Search(Ask("вход") with { Top = top });

        Assert.Equal(hits, result.Hits.Length);
        Assert.Equal(5, result.Total);
    }

    [Fact]
    public void Who_does_not_ask_to_count_gets_the_same_hits_and_their_number()
    {
        var index = IndexOf([.. Enumerable.Range(0, 5).Select(i => Document($"{i}", "Вход", ""))]);

        var result = index.Search(Ask("вход") with { Top = 3, CountTotal = false });

        Assert.Equal(["0", "1", "2"], result.Hits.Select(hit => hit.Id));
        Assert.Equal(3, result.Total);
    }

    [Fact]
    public void Facets_count_the_attributes_of_all_visible_matches()
    {
        var index = IndexOf(
            Document("a", "Доступ", "") with { Attributes = Attributes(("type", "article"), ("kind", "access")) },
            Document("b", "Доступ", "") with { Attributes = Attributes(("type", "article")) },
            Document("c", "Доступ", "") with { Attributes = Attributes(("type", "template")) },
            Document("d", "Доступ", "") with { Attributes = Attributes(("type", "note")), Access = AccessRule.Everyone.AndAnyOf("agents") },
            Document("e", "Оплата", "") with { Attributes = Attributes(("type", "article")) });

        var facets = index.Search(Ask("доступ") with { Top = 1, Facets = ["type", "kind", "colour"], CountTotal = false }).Facets;

        Assert.Equal([("article", 2), ("template", 1)], facets["type"].OrderBy(value => value.Key).Select(value => (value.Key, value.Value)));
        Assert.Equal(1, Assert.Single(facets["kind"]).Value);
        Assert.Empty(facets["colour"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("?!.,;:()[]{}^~\\/|&")]
    [InlineData("AND OR NOT NEAR/3")]
    [InlineData("title:\"вход")]
    [InlineData("\0")]
    [InlineData("\ud83d")]
    [InlineData("\ude00\ud83d")]
    [InlineData("👩‍💻🔥")]
    [InlineData("\u0301\u0301\u0301")]
    [InlineData("'; DROP TABLE tickets; --")]
    public void A_query_is_data_whatever_is_in_it(string text)
    {
        var index = IndexOf(Document("a", "Вход на сайт", "Введите логин и пароль."));

        Assert.Equal(text, index.Search(Ask(text)).Query);
        Assert.Single(index.Search(Ask($"{text} вход {text}")).Hits);
    }

    [Fact]
    public void Random_and_enormous_queries_are_answered()
    {
        var index = IndexOf([.. HostileTexts.Random(200, seed: 3).Select((text, i) => Document($"{i}", text, text))]);

        foreach (var (i, text) in HostileTexts.Random(5_000, seed: 4).Index())
        {
            var result = index.Search(Ask(text) with { Explain = i % 10 == 0 });
            Assert.True(result.Hits.All(hit => hit.Score > 0 && double.IsFinite(hit.Score)));
        }

        Assert.Empty(index.Search(Ask(new string('я', 10_000))).Hits);
        Assert.Empty(index.Search(Ask(string.Concat(Enumerable.Repeat("щ ", 5_000)))).Hits);
    }

    [Fact]
    public void A_query_beyond_the_limit_is_read_up_to_it()
    {
        var index = IndexOf(Document("a", "Вход", ""), Document("b", "Выход", ""));

        var result = index.Search(Ask("вход" + new string(' ', SearchQuery.MaxTextLength) + "выход"));

        Assert.Equal("a", Assert.Single(result.Hits).Id);
    }

    [Fact]
    public void Hits_say_what_matched_and_show_it()
    {
        var index = IndexOf(Document("a", "Сертификат", "Сначала сдайте работы.\n\nПотом скачайте сертификаты в личном кабинете."));

        var hit = Assert.Single(index.Search(Ask("где скачать сертификат")).Hits);

        Assert.Equal("Сертификат", hit.Title);
        Assert.Equal(["скачайте", "сертификаты"], hit.Snippet.Marks.Select(mark => hit.Snippet.Text[mark.Start..mark.End]));
        Assert.Equal(["«сертификат»", "«скачать»"], hit.Why.Parts.Select(part => part.Text).Where(text => text[0] == '«'));
        Assert.Equal(hit.Score, hit.Why.Points, precision: 4);
        Assert.Equal(hit.Score, hit.Why.Parts.Sum(part => part.Points), precision: 4);
    }

    [Fact]
    public void Nobody_who_did_not_ask_to_explain_waits_for_it()
    {
        var hit = Assert.Single(IndexOf(Document("a", "Вход", "Вход на сайт")).Search(Ask("вход") with { Explain = false }).Hits);

        Assert.Equal(Snippet.None, hit.Snippet);
        Assert.Equal(Explanation.None, hit.Why);
    }
}
