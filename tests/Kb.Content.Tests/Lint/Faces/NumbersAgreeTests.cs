using Kb.Content.Lint;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint.Faces;

public sealed class NumbersAgreeTests
{
    [Theory]
    [InlineData("Ответим в течение 5 часов.", "Ответим в течение 24 часов.")]
    [InlineData("Ответим в течение 5 часов.", "Ответим в течение {{fact.hours|часа|часов|часов}}.")]
    [InlineData("Деньги вернём на карту за 5 рабочих дней.", "На карту деньги вернутся за 10 рабочих дней.")]
    [InlineData("Скидка на второй курс — 10 %.", "Скидка на второй курс составит 15 %.")]
    [InlineData("Подайте заявление на возврат до 25 декабря.", "Заявление на возврат ждём до 20 декабря.")]
    [InlineData("Перевыпуск диплома стоит 1 500 ₽.", "Перевыпуск диплома стоит 2000 ₽.")]
    public void A_figure_that_the_full_text_gives_otherwise_is_named_with_both_lines(string brief, string full)
    {
        var finding = Assert.Single(LintedFolder.Findings("numbers-differ", TestFolder.Article(brief: brief, full: full)));

        Assert.Equal((FindingSeverity.Warning, 13), (finding.Severity, finding.Line));
        Assert.Contains("(строка 21)", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ответим в течение 24 часов.", "Ответим в течение {{fact.hours|часа|часов|часов}}.")] // the same
    [InlineData("Ответим в течение 24 часов.", "Ответим в течение суток.")] // another unit
    [InlineData("Ответим в течение 5 часов.", "Ответим быстро.")] // not mentioned
    [InlineData("Ответим в течение 5 часов.", "Сертификат появится через 24 часа.")] // about something else
    [InlineData("Ответим в течение 5 часов.", "Ответим в течение 24 часов, в срочном случае за 5 часов.")] // one of two
    [InlineData("Проверим работу за 3 дня.", "Проверим работу за 5 рабочих дней.")] // working days are a unit of their own
    [InlineData("Перевыпуск диплома стоит 1 500 ₽.", "Перевыпуск диплома стоит 1500 ₽.")] // spaces
    [InlineData("Каникулы — с 31 декабря по 10 января.", "В каникулы занятия не идут, первое — 11 января.")] // two dates about one word
    public void A_figure_that_agrees_or_is_about_something_else_is_left_alone(string brief, string full) =>
        Assert.Empty(LintedFolder.Findings("numbers-differ", TestFolder.Article(brief: brief, full: full)));

    [Fact]
    public void A_wrong_option_of_a_question_may_hold_a_wrong_figure_and_a_right_one_may_not()
    {
        const string Full = "Сертификат приходит через 24 часа.";
        var card = TestFolder.GoodCard.Replace("- [ ] В чате", "- [ ] Сертификат приходит через 5 часов", StringComparison.Ordinal);

        Assert.Empty(LintedFolder.Findings("numbers-differ", TestFolder.Article(full: Full, card: card)));
        Assert.Single(LintedFolder.Findings("numbers-differ", TestFolder.Article(full: Full, card: card.Replace("- [ ] Сертификат", "- [x] Сертификат", StringComparison.Ordinal))));
    }
}
