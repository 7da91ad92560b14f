using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Dialogue.Forms;

public sealed class FormQuestionsTests
{
    [Theory]
    [InlineData("зп джуна какая после курса")]
    [InlineData("ии юзать можно чатгпт типо")]
    [InlineData("а удостоверение скок делают")]
    [InlineData("домой уйти можно")]
    [InlineData("сертификат за это какой дадут")]
    public void A_question_without_its_mark_is_heard_in_the_middle(string text) => Assert.True(FormQuestions.AsksInside(Utterance.Read(text), asReason: false));

    [Theory]
    [InlineData("какой-то про циклы")]
    [InlineData("урок 7")]
    [InlineData("не помню какой, вроде про функции")]
    [InlineData("третий модуль, где про деньги")]
    [InlineData("страница оплаты")]
    [InlineData("")]
    public void What_names_a_lesson_asks_nothing(string text) => Assert.False(FormQuestions.AsksInside(Utterance.Read(text), asReason: false));

    [Theory]
    [InlineData("хочу перенести если можно")]
    [InlineData("сколько можно ждать куратора")]
    [InlineData("потому что какая разница")]
    [InlineData("времени не хватает, работать приходится")]
    public void A_reason_may_have_such_words(string text) => Assert.False(FormQuestions.AsksInside(Utterance.Read(text), asReason: true));

    [Theory]
    [InlineData("не надо никого менять", true)]
    [InlineData("ой нет, не нужно ничего возвращать", true)]
    [InlineData("не хочу учиться", false)]
    [InlineData("не надо было покупать этот курс", false)]
    [InlineData("не нужно стало", false)]
    public void Who_needs_nothing_done_takes_the_request_back(string text, bool isCancelled) =>
        Assert.Equal(isCancelled ? FormMove.Cancel : FormMove.None, FormWords.ReadInForm(Utterance.Read(text)));
}
