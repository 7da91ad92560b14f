using Kb.Bot.Commands;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Commands;

public sealed class OpeningGrammarTests
{
    private static readonly CommandRecognizer Recognizer = new([]);

    [Theory]
    [InlineData("можно вопрос")]
    [InlineData("Можно задать вопрос?")]
    [InlineData("есть вопрос")]
    [InlineData("у меня такая проблема")]
    [InlineData("помогите")]
    [InlineData("ПОМОГИТЕ ПОЖАЛУЙСТА!!!")]
    [InlineData("подскажите пожалуйста")]
    [InlineData("подскажите, пожалуйста, спасибо заранее")]
    [InlineData("пожалуйста")]
    [InlineData("алло")]
    [InlineData("алло, вы тут?")]
    [InlineData("здравствуйте, у меня вопрос")]
    [InlineData("добрый день, можете помочь?")]
    [InlineData("у меня тут небольшая проблемка возникла")]
    [InlineData("vj;yj djghjc")]
    [InlineData("pomogite pozhaluysta")]
    public void What_only_announces_a_question_is_an_opening(string message) => Assert.Equal("opening", Read(message));

    [Theory]
    [InlineData("не работает")]
    [InlineData("ничего не работает!!")]
    [InlineData("здравствуйте, у меня не открывается")]
    [InlineData("всё сломалось")]
    [InlineData("опять не грузится")]
    [InlineData("помогите, ничего не получается")]
    [InlineData("почему-то не работает")]
    public void What_complains_of_nothing_in_particular_is_broken(string message) => Assert.Equal("broken", Read(message));

    [Theory]
    [InlineData("помогите с оплатой")]
    [InlineData("вопрос по сертификату")]
    [InlineData("не работает видео")]
    [InlineData("видео не открывается")]
    [InlineData("здравствуйте")]
    [InlineData("добрый вечер")]
    [InlineData("нет вопросов")]
    [InlineData("вопросов больше нет")]
    [InlineData("всё работает")]
    [InlineData("спасибо")]
    [InlineData("работает?")]
    [InlineData("какая помощь положена детям")]
    [InlineData("да")]
    [InlineData("")]
    public void What_says_more_or_only_greets_is_neither(string message) => Assert.Null(Read(message));

    [Theory]
    [InlineData("помогите, позовите оператора")]
    [InlineData("алло, оператор")]
    public void A_call_for_a_person_comes_first(string message) => Assert.Equal(CommandIds.Operator, Read(message));

    private static string? Read(string message) => Recognizer.Read(Utterance.Read(message)).Command;
}
