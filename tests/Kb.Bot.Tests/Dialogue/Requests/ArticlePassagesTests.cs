using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Tests.Samples;
using Kb.Content.Articles;

namespace Kb.Bot.Tests.Dialogue.Requests;

public sealed class ArticlePassagesTests
{
    private const string Full = """
        Справка бесплатная.

        ## Как заказать

        1. Откройте «Документы».
        2. Нажмите «Заказать».

        | Куда | Какая |
        | --- | --- |
        | В банк | с печатью |

        ## Если не помогло

        - **Кнопки нет.** Подождите 2 дня
          и обновите страницу.
        - **Нужна печать.** Напишите нам.
        """;

    private static readonly ArticlePassages Passages = ArticlePassages.Of(SampleBase.Knowledge.Articles[new("certificate-get")] with
    {
        Faces = new ArticleFaces(new Face("Закажите справку\nв разделе «Документы». Она придёт в течение 3 рабочих дней.", 1), null, new Face(Full, 1), null, null),
    });

    [Fact]
    public void The_short_answer_is_cut_into_sentences() =>
        Assert.Equal(["Закажите справку в разделе «Документы».", "Она придёт в течение 3 рабочих дней."], Passages.Sentences.AsEnumerable());

    [Fact]
    public void Numbered_steps_and_tables_stay_whole()
    {
        Assert.Equal("1. Откройте «Документы».\n2. Нажмите «Заказать».", Passages.Steps);
        Assert.Contains("| Куда | Какая |\n| --- | --- |\n| В банк | с печатью |", Passages.Pieces);
    }

    [Fact]
    public void Other_lists_are_told_item_by_item_and_keep_their_marks() =>
        Assert.Equal(["**Кнопки нет.** Подождите 2 дня\nи обновите страницу.", "**Нужна печать.** Напишите нам."], Passages.Troubles.AsEnumerable());

    [Fact]
    public void Term_and_price_come_from_what_is_no_trouble()
    {
        Assert.Equal("Она придёт в течение 3 рабочих дней.", Passages.Term);
        Assert.Equal("Справка бесплатная.", Passages.Price);
    }

    [Fact]
    public void Any_text_can_be_cut()
    {
        var random = new Random(7);
        string[] pieces = ["# ", "\n\n", "- ", "* ", "1. ", "**", "| а |", "слово", "…", "\n", "## Если не помогло", "\ud800"];
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var cut = ArticlePassages.Of(SampleBase.Knowledge.Articles[new("certificate-get")] with { Faces = new ArticleFaces(null, null, new Face(text, 1), null, null) });
            Assert.All(cut.Pieces, piece => Assert.NotEqual("", piece.Trim()));
        }
    }
}
