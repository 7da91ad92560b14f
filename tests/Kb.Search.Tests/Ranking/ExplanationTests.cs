using System.Globalization;
using System.Text;
using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Ranking;
using Kb.Search.Tests.Analysis;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Ranking;

public class ExplanationTests
{
    [Fact]
    public void It_tells_the_form_that_was_typed_from_other_forms_and_from_related_words() => Verify(
        "оплата курса",
        "Оплата курсов",
        "Оплатить можно картой. Курс откроется сразу, курсы видны в кабинете.",
        """
        оценка
          нашлось слов запроса: 2 из 2
          заголовок о том, что спросили
          «оплата»
            в заголовке
              точно так
            в тексте
              форма слова: „оплатить“
          «курса»
            в заголовке
              форма слова: „курсов“
            в тексте
              форма слова: „курс“, „курсы“
          слов запроса в заголовке: 2 из 2
          есть похожие сочетания букв
          слова рядом в заголовке
        """);

    [Fact]
    public void It_names_close_spellings() => Verify(
        "зачислили на курс",
        "Зачисление",
        "Когда начнётся курс.",
        """
        оценка
          «зачислили»
            в заголовке
              близкое написание: „зачисление“
          нашлось слов запроса: 2 из 2
          заголовок о том, что спросили
          «курс»
            в тексте
              точно так
          есть похожие сочетания букв
          слов запроса в заголовке: 1 из 2
        """);

    [Fact]
    public void It_names_other_words_for_the_same() => Verify(
        "скачать видео",
        "Видео",
        "Ролики можно загрузить.",
        """
        оценка
          заголовок о том, что спросили
          «видео»
            в заголовке
              точно так
          нашлось слов запроса: 2 из 2
          «скачать»
            в тексте
              другое слово: „загрузить“
          есть похожие сочетания букв
          слов запроса в заголовке: 1 из 2
        """);

    [Fact]
    public void It_says_that_a_quoted_phrase_was_found_as_it_is() => Verify(
        "«личный кабинет»",
        "Вход",
        "Откройте личный кабинет.",
        """
        оценка
          точно как в кавычках: «личный кабинет»
          нашлось слов запроса: 2 из 2
          «кабинет»
            в тексте
              точно так
          «личный»
            в тексте
              точно так
          есть похожие сочетания букв
        """);

    [Fact]
    public void Points_of_the_parts_add_up_whatever_was_asked()
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        var texts = HostileTexts.Random(60, seed: 21).ToArray();
        index.Replace(texts.Select((text, i) => Document($"{i}", text, string.Concat(texts[i], " ", texts[(i + 1) % texts.Length]))));

        foreach (var text in texts.Concat(HostileTexts.Random(60, seed: 22)))
        {
            foreach (var hit in index.Search(new SearchQuery($"«{text}» сертификат", [], default)).Hits)
            {
                AssertAddsUp(hit.Why);
                Assert.Equal(hit.Score, hit.Why.Points, tolerance: hit.Score * 1e-3);
            }
        }
    }

    private static void AssertAddsUp(Explanation why)
    {
        if (!why.Parts.IsEmpty)
        {
            Assert.Equal(why.Points, why.Parts.Sum(part => part.Points), tolerance: why.Points * 1e-6);
            Assert.All(why.Parts, AssertAddsUp);
        }
    }

    private static void Verify(string query, string title, string body, string expected)
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace([Document("a", title, body), Document("b", "Расписание", "Когда начнутся занятия.")]);

        var hit = index.Search(new SearchQuery(query, [], default) { AsTyped = true }).Hits[0];

        Assert.Equal("a", hit.Id);
        Assert.Equal(hit.Score, hit.Why.Points, precision: 3);
        Assert.Equal(expected, Print(hit.Why, 0, new StringBuilder()).ToString().TrimEnd());
    }

    private static StringBuilder Print(Explanation why, int depth, StringBuilder to)
    {
        to.Append(CultureInfo.InvariantCulture, $"{new string(' ', depth * 2)}{why.Text}\n");
        foreach (var part in why.Parts)
        {
            Print(part, depth + 1, to);
        }

        return to;
    }

    private static SearchDocument Document(string id, string title, string body) =>
        new() { Id = id, Title = title, Fields = [new("title", title), new("body", body)] };
}
