using System.Collections.Frozen;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Tests.Samples;
using Kb.Content.Articles;

namespace Kb.Bot.Tests.Dialogue.Requests;

public sealed class ArticleSectionsTests
{
    private static readonly Article Payment = new()
    {
        Id = new ArticleId("webinar-link"),
        Title = "Как оплатить курс",
        Kind = new("webinar-link"),
        Audience = Audience.Public,
        Owner = "tests",
        VerifiedOn = SampleBase.Today,
        VerifyEveryDays = 90,
        Faces = new ArticleFaces(
            new Face("Оплатить можно картой или через СБП. Чек придёт в раздел «Документы».", 1),
            null,
            new Face(
                """
                ## Как оплатить

                Нажмите «Купить» и выберите способ.

                ## Материнский капитал

                Им оплачивают обучение ребёнка: начните с договора.

                ## Какие документы нужны

                - **Паспорт.** Страница с фотографией.
                - **СНИЛС.** Только номер.

                ## Платит другой человек

                Укажите в заказе почту того, кто будет учиться.

                ## Если не помогло

                - **Кнопки нет.** Обновите страницу.
                """,
                1),
            null,
            null),
        File = "articles/webinar-link.md",
    };

    private static readonly ArticleSections Sections = new(SampleBase.Knowledge with
    {
        Articles = SampleBase.Knowledge.Articles.Values.Where(article => article.Id != Payment.Id).Append(Payment).ToFrozenDictionary(article => article.Id),
    });

    [Theory]
    [InlineData("материнским капиталом можно заплатить", "**Материнский капитал**\n\nИм оплачивают")]
    [InlineData("маткапитал? или материнский капитал", "**Материнский капитал**\n\nИм оплачивают")]
    [InlineData("какие документы нужны", "**Какие документы нужны**\n\n- **Паспорт.**")]
    [InlineData("снилс обязательно", "**СНИЛС.** Только номер.")]
    [InlineData("кнопки нет", "**Кнопки нет.** Обновите страницу.")]
    [InlineData("заплатит другой человек, чью почту писать", "**Платит другой человек**\n\nУкажите")]
    public void The_section_that_is_asked_about_is_found_by_its_name(string question, string begins) =>
        Assert.StartsWith(begins, Sections.For(Payment, question)?.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("как оплатить курс")]
    [InlineData("оплата картой через сбп")]
    [InlineData("чек")]
    [InlineData("абракадабра")]
    [InlineData("")]
    public void What_the_short_answer_says_needs_no_section(string question) => Assert.Null(Sections.For(Payment, question));

    [Theory]
    [InlineData("а когда придёт чек", "Чек придёт в раздел «Документы».")]
    [InlineData("фотография в паспорте старая", "**Паспорт.** Страница с фотографией.")]
    public void A_further_question_is_answered_by_the_piece_that_says_most_of_it(string question, string piece) =>
        Assert.Equal(piece, Sections.Nearest(Payment, question, "как оплатить курс"));

    [Theory]
    [InlineData("биткоином, эфиром и слитками, а через СБП потом?")]
    [InlineData("как оплатить курс")]
    [InlineData("а долго?")]
    [InlineData("")]
    public void A_piece_that_passes_over_what_is_asked_is_no_answer(string question) => Assert.Null(Sections.Nearest(Payment, question, "как оплатить"));

    [Theory]
    [InlineData("как оплатить курс?", false)]
    [InlineData("чек не пришёл", false)]
    [InlineData("а если чек бумажный", true)]
    public void Only_new_words_ask_for_more(string question, bool isMore) => Assert.Equal(isMore, Sections.AsksMore(Payment, question, "чек не пришёл"));
}
