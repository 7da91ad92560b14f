using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Understanding;

public sealed class TemperTests
{
    [Theory]
    [InlineData("вы издеваетесь?")]
    [InlineData("ВЫ МОШЕННИКИ!!!")]
    [InlineData("тупой бот")]
    [InlineData("да пошли вы со своими вопросами")]
    [InlineData("какой-то кошмар")]
    [InlineData("это цирк, а не обучение")]
    [InlineData("у вас сервис дно")]
    [InlineData("отстой а не платформа")]
    [InlineData("ваша школа полное днище")]
    [InlineData("ну это просто базар а не поддержка какая-то")]
    [InlineData("позорище, а не курсы")]
    public void Anger_alone_is_an_outburst(string message) => Assert.True(Temper.IsOutburst(Utterance.Read(message)));

    [Theory]
    [InlineData("верните деньги, мошенники")]
    [InlineData("тупой бот, где мой сертификат")]
    [InlineData("ужасно тормозит видео")]
    [InlineData("как оформить развод оплаты на двоих")]
    [InlineData("мне позвонили мошенники от вашего имени")]
    [InlineData("достала книгу, что дальше")]
    [InlineData("кто вы?")]
    [InlineData("курс «дно океана» есть?")]
    [InlineData("нужна справка, а не курс")]
    [InlineData("это не тот курс, а другой")]
    [InlineData("")]
    public void A_request_is_none_however_angry(string message) => Assert.False(Temper.IsOutburst(Utterance.Read(message)));

    [Theory]
    [InlineData("👍", true)]
    [InlineData("🙏🏻", true)]
    [InlineData("🙈", false)]
    [InlineData("👍 а когда вебинар", false)]
    [InlineData("", false)]
    public void A_thumb_without_words_is_pleased(string message, bool pleased) => Assert.Equal(pleased, Temper.IsPleased(Utterance.Read(message)));

    [Theory]
    [InlineData("👎", true)]
    [InlineData("😡😡", true)]
    [InlineData("👍", false)]
    [InlineData("👎 видео не идёт", false)]
    public void A_thumb_down_without_words_is_not(string message, bool displeased) => Assert.Equal(displeased, Temper.IsDispleased(Utterance.Read(message)));
}
