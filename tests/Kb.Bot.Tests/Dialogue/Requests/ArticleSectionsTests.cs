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
}
