using Kb.Bot.Dialogue;
using Kb.Bot.Tests.Samples;

namespace Kb.Bot.Tests.Dialogue;

public sealed class HandoffSubjectTests
{
    [Theory]
    [InlineData("как скачать сертификат", "как скачать сертификат", "оператор")]
    [InlineData("где мой сертификат за прошлый курс", "можно вопрос", "где мой сертификат за прошлый курс", "позовите оператора")]
    [InlineData("у меня пропали все оценки за март", "здравствуйте", "у меня пропали все оценки за март", "оператор")]
    [InlineData("забыл пароль", "Здравствуйте\nзабыл пароль", "оператор")]
    [InlineData("забыл пароль", "добрый день, забыл пароль", "оператор")]
    [InlineData("где взять сертификат", "Привет!\nя тут учусь у вас давно на разных потоках\nгде взять сертификат", "оператор")]
    [InlineData("у меня в приложении всё стало зелёное", "добрый день\nэто опять я\nу меня в приложении всё стало зелёное", "оператор")]
    [InlineData("позовите оператора, у меня в приложении всё зелёное", "позовите оператора, у меня в приложении всё зелёное")]
    [InlineData("", "здравствуйте", "оператор")]
    [InlineData("", "можно вопрос", "оператор")]
    [InlineData("", "передать оператору")]
    public void The_title_is_the_first_line_that_says_what_is_wanted(string title, params string[] messages) => Assert.Equal(title, HandOff(messages).Title);

    [Fact]
    public void A_card_number_is_in_no_title() =>
        Assert.DoesNotContain("4111", HandOff("можно вопрос", "оплатила с карты 4111 1111 1111 1111, денег нет", "оператор").Title, StringComparison.Ordinal);

    [Fact]
    public void Articles_that_were_found_and_not_quoted_are_passed_on_and_those_quoted_are_not()
    {
        var unasked = HandOff("соедините с оператором, потеряла пароль и не могу войти в кабинет");
        var answered = HandOff("как скачать сертификат", "оператор");

        Assert.Contains(unasked.Considered, article => article.Value is "password-reset" or "login-failed");
        Assert.Contains(answered.Shown, article => article.Value == "certificate-get");
        Assert.DoesNotContain(answered.Considered, article => article.Value == "certificate-get");
    }

    [Fact]
    public void An_article_that_the_student_may_not_read_or_that_is_over_is_not_among_them() =>
        Assert.DoesNotContain(HandOff("соедините с оператором, хочу запись вебинара и условия возврата").Considered, article => article.Value is "webinar-recording" or "refund-terms");

    private static BotEffect.RaiseHandoff HandOff(params string[] messages)
    {
        var turns = new List<DialogueTurn>();
        foreach (var message in messages)
        {
            turns.Add(SampleBot.Create().Turn(turns.Count == 0 ? DialogueState.Fresh : turns[^1].State, new StudentInput.Text(message), SampleBot.Context()));
        }

        return Assert.Single(turns.SelectMany(turn => turn.Effects).OfType<BotEffect.RaiseHandoff>());
    }
}
