using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Tests.Transcripts;

namespace Kb.Bot.Tests.Dialogue;

public sealed class MessageEndingTests
{
    private static readonly SupportBot Bot = SupportBot.Create(
        TalkBase.Knowledge, new NearestPhraseClassifier(TalkBase.Knowledge.Phrases), new AnswerOptions { AnswerThreshold = 0.6, MinCoverage = 0.5 });

    private const string Letters = "оператор не if ,-«?\n\ud800";

    [Theory]
    [InlineData("здравствуйте")]
    [InlineData("привет")]
    [InlineData("можно вопрос")]
    [InlineData("у меня вопрос")]
    [InlineData("не работает")]
    [InlineData("у меня видео")]
    [InlineData("сертификат")]
    [InlineData("как получить")]
    [InlineData("где посмотреть")]
    [InlineData("здравствуйте, я вчера оплатила курс и")]
    [InlineData("хочу вернуть деньги за")]
    [InlineData("забыл пароль,")]
    [InlineData("привет\nу меня вопрос\nкак получить")]
    public void What_breaks_off_waits_for_more(string text) => Assert.Equal(MessageEnding.Unfinished, Bot.EndingOf(DialogueState.Fresh, text));

    [Theory]
    [InlineData("где сертификат?")]
    [InlineData("забыл пароль")]
    [InlineData("как оплатить курс")]
    [InlineData("верните деньги за курс")]
    [InlineData("позовите оператора")]
    [InlineData("привет\nу меня вопрос\nкак скачать сертификат")]
    [InlineData("у меня\nне получается войти")]
    public void What_is_whole_is_answered_at_once(string text) => Assert.Equal(MessageEnding.Whole, Bot.EndingOf(DialogueState.Fresh, text));

    [Theory]
    [InlineData("вчера сосед по парте рассказал про урок")]
    [InlineData("спасибо")]
    public void What_may_be_all_waits_a_moment(string text) => Assert.Equal(MessageEnding.Open, Bot.EndingOf(DialogueState.Fresh, text));

    [Theory]
    [InlineData("Иванов")]
    [InlineData("видео")]
    [InlineData("передумал")]
    public void What_answers_the_bot_is_no_beginning(string text)
    {
        var asked = DialogueState.After([new DialogueEvent.Wrote("оформите возврат"), new DialogueEvent.FormOpened(new("refund-request"), null, "оформите возврат"), new DialogueEvent.FieldAsked("reason")]);

        Assert.Equal(MessageEnding.Open, Bot.EndingOf(asked, text));
    }

    [Fact]
    public void Any_text_has_an_ending()
    {
        var random = new Random(20_267);
        for (var i = 0; i < 500; i++)
        {
            _ = Bot.EndingOf(DialogueState.Fresh, string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)])));
        }
    }
}
