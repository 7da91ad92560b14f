using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Tests.Analysis;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Passages;

public class PassageTests
{
    private const int Length = 80;

    [Fact]
    public void The_passage_with_most_of_the_words_is_chosen()
    {
        const string Filler = "Здесь рассказано о другом и довольно подробно, чтобы место занять. ";
        var text = $"Возврат бывает разным. {Filler}{Filler}Деньги за возврат приходят на карту за неделю. {Filler}{Filler}";

        Assert.Equal("[Деньги] за [возврат] приходят на карту за неделю.", Cut(text, "возврат денег деньги"));
    }

    [Fact]
    public void Sentences_are_shown_whole_and_those_behind_the_best_while_they_fit() =>
        Assert.Equal(
            "[Возврат] занимает неделю, т. е. семь дней. Чек придёт на почту.",
            Cut("Оплата прошла? Хорошо. Возврат занимает неделю, т. е. семь дней. Чек придёт на почту. Чек хранят три года после покупки.", "возврат"));

    [Fact]
    public void Two_sentences_that_have_more_of_the_query_together_are_shown_together() =>
        Assert.Equal(
            "Откройте раздел [возврат]. Введите номер [карты].",
            Cut("Возврат бывает разным, и о каждом его виде мы рассказываем отдельно ниже. Откройте раздел возврат. Введите номер карты.", "возврат карты"));

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_before_and_behind_the_match() =>
        Assert.Equal(
            "…если оплата прошла но доступ не открылся тогда нужен [возврат] и для него надо…",
            Cut("Бывает так что ученик хочет узнать что ему делать если оплата прошла но доступ не открылся тогда нужен возврат и для него надо заполнить форму на сайте школы", "возврат"));

    [Fact]
    public void The_first_of_two_forms_is_shown_not_the_one_that_was_typed() =>
        Assert.Equal(
            "[Возвраты] идут на карту за неделю, всегда и у всех без исключения учеников.",
            Cut("Возвраты идут на карту за неделю, всегда и у всех без исключения учеников. О сроке возврата пишем в договоре, который вы получили на почту.", "возврата"));

    [Fact]
    public void Every_form_is_marked_and_white_space_is_one_space() =>
        Assert.Equal(
            "Наши [онлайн]-[курсы]: [курс] по дизайну и [курсом] больше",
            Cut("Наши онлайн-курсы:\n\n курс  по дизайну\tи курсом больше", "онлайн курс"));

    [Fact]
    public void A_heading_does_not_run_into_the_sentence_behind_it() =>
        Assert.Equal(
            "[Деньги] придут туда, откуда пришли. Что будет дальше. Сразу остановим списания.",
            Cut("Деньги придут туда, откуда пришли.\nЧто будет дальше\nСразу остановим списания.", "деньги"));

    [Fact]
    public void A_short_word_that_only_begins_alike_is_not_marked() =>
        Assert.Equal("[Деньги] придут на другой день.", Cut("Деньги придут на другой день.", "деньги"));

    [Fact]
    public void A_word_that_nearly_every_document_has_is_not_marked_beside_a_rare_one()
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace([.. Enumerable.Range(0, 200).Select(i => new SearchDocument
        {
            Id = $"{i:000}",
            Title = "",
            Fields = [new("body", i == 0 ? "Сертификат не пришёл. Не беда." : "Это не беда.")],
        })]);

        Assert.Equal("[Сертификат] не пришёл. Не беда.", Marked("000", "сертификат не"));
        Assert.Equal("Это [не] беда.", Marked("001", "не"));

        string Marked(string id, string query) => WithMarks(
            index.Search(new SearchQuery(query, [], default)).Hits.Single(hit => hit.Id == id).Snippet);
    }

    [Fact]
    public void A_compound_that_was_asked_for_is_marked_once() =>
        Assert.Equal("Наш [онлайн-курс]", Cut("Наш онлайн-курс", "онлайн-курсы"));

    [Fact]
    public void Without_a_match_the_beginning_is_shown() =>
        Assert.Equal("Ученик может написать в чат", Cut("  Ученик может написать в чат  ", "возврат"));

    [Fact]
    public void An_endless_word_is_cut_between_characters()
    {
        var cut = Cut(string.Concat(Enumerable.Repeat("😀", 100)), "возврат");

        Assert.True(cut.EnumerateRunes().All(rune => rune.Value != 0xFFFD));
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_of_any_text_lie_inside_it_in_order_and_apart()
    {
        foreach (var text in HostileTexts.Random(500, seed: 11))
        {
            var snippet = Find(text, "сертификат курс онлайн школа 5 b");
            var end = 0;
            foreach (var mark in snippet.Marks)
            {
                Assert.InRange(mark.Start, end, mark.End - 1);
                Assert.InRange(mark.End, mark.Start + 1, snippet.Text.Length);
                end = mark.End;
            }
        }
    }

    [Fact]
    public void Of_two_texts_the_one_that_says_more_is_cut()
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace([new SearchDocument { Id = "a", Title = "", Fields = [new("body", "Про возврат."), new("body", "Возврат денег за неделю.")] }]);

        Assert.Equal("Возврат денег за неделю.", index.Search(new SearchQuery("возврат денег", [], default)).Hits[0].Snippet.Text);
        Assert.Equal("Про возврат.", index.Search(new SearchQuery("возврат", [], default)).Hits[0].Snippet.Text);
    }

    private static string Cut(string text, string query) => WithMarks(Find(text, query));

    private static string WithMarks(Snippet snippet) =>
        snippet.Marks.Reverse().Aggregate(snippet.Text, (marked, mark) => marked.Insert(mark.End, "]").Insert(mark.Start, "["));

    /// <summary>Through the index: a second document has every word of the query in its title, so that each term is known.</summary>
    private static Snippet Find(string text, string query)
    {
        var index = new InvertedIndex(InvertedIndexTests.Options with { SnippetLength = Length });
        index.Replace(
        [
            new SearchDocument { Id = "text", Title = "", Fields = [new("body", text), new("title", query)] },
            new SearchDocument { Id = "words", Title = "", Fields = [new("title", query)] },
        ]);
        return index.Search(new SearchQuery(query, [], default)).Hits.Single(hit => hit.Id == "text").Snippet;
    }
}
