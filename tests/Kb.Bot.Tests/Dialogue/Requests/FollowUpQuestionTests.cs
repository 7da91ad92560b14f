using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Tests.Samples;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Dialogue.Requests;

public sealed class FollowUpQuestionTests
{
    [Theory]
    [InlineData("а сколько ждать?", nameof(FollowUpAspect.Time))]
    [InlineData("когда", nameof(FollowUpAspect.Time))]
    [InlineData("и сколько это занимает времени", nameof(FollowUpAspect.Time))]
    [InlineData("жду уже 10 мин", nameof(FollowUpAspect.Time))]
    [InlineData("сколько это стоит?", nameof(FollowUpAspect.Price))]
    [InlineData("а доплачивать надо", nameof(FollowUpAspect.Price))]
    [InlineData("а где его взять?", nameof(FollowUpAspect.Steps))]
    [InlineData("не понял", nameof(FollowUpAspect.Steps))]
    [InlineData("подробнее", nameof(FollowUpAspect.Steps))]
    [InlineData("а если картой?", nameof(FollowUpAspect.Words))]
    [InlineData("на айфоне", nameof(FollowUpAspect.Words))]
    public void A_short_message_asks_for_an_aspect(string message, string aspect) => Assert.Equal(aspect, Of(message)?.Aspect.ToString());

    [Theory]
    [InlineData("понял")]
    [InlineData("когда откроется следующий модуль")]
    [InlineData("сколько стоит продлить доступ")]
    [InlineData("как скачать сертификат за курс дизайна")]
    [InlineData("")]
    public void A_message_with_a_subject_of_its_own_leans_on_nothing(string message) => Assert.False(Of(message) is { Leans: true });

    [Theory]
    [InlineData("а если картой?", true)]
    [InlineData("а для ребёнка", true)]
    [InlineData("а как сменить пароль", false)]
    [InlineData("на айфоне", true)]
    [InlineData("айфон 11", false)]
    public void Only_a_case_added_to_the_question_and_a_fragment_lean_by_their_words(string message, bool leans) => Assert.Equal(leans, Of(message)?.Leans);

    [Theory]
    [InlineData("не понял", true)]
    [InlineData("не поняла ваш ответ", true)]
    [InlineData("объясни проще", true)]
    [InlineData("можно попроще?", true)]
    [InlineData("а поподробнее можно", true)]
    [InlineData("распишите по шагам пожалуйста", true)]
    [InlineData("по-русски", true)]
    [InlineData("и где это?", true)]
    [InlineData("а где эта кнопка", true)]
    [InlineData("куда нажимать", true)]
    [InlineData("и как", true)]
    [InlineData("а как это сделать?", true)]
    [InlineData("как сменить пароль", false)]
    [InlineData("??", true)]
    [InlineData("понял", false)]
    [InlineData("понятно", false)]
    [InlineData("не понял домашку", false)]
    [InlineData("где мой сертификат", false)]
    [InlineData("расскажите про рассрочку", false)]
    [InlineData("", false)]
    public void To_ask_for_the_same_in_other_words_names_nothing_of_its_own(string message, bool again) => Assert.Equal(again, FollowUpQuestion.AsksAgain(Utterance.Read(message)));

    [Theory]
    [InlineData("я про курс дизайна", "курс дизайна")]
    [InlineData("нет, я имею в виду рассрочку", "рассрочку")]
    [InlineData("вопрос был про сертификат", "сертификат")]
    public void A_refinement_says_what_the_question_before_was_about(string message, string detail) => Assert.Equal((true, true, detail), Of(message) is { } asked ? (asked.Refines, asked.Leans, asked.Detail) : default);

    [Theory]
    [InlineData("какой формат файла", "формат файла")]
    [InlineData("образец есть?", "образец")]
    [InlineData("сколько хранится", "хранится")]
    [InlineData("адрес школы другой указать можно?", "адрес")]
    [InlineData("а на каком языке", "языке")]
    [InlineData("какой формат работы", "")]
    [InlineData("сколько хранятся мои данные", "")]
    [InlineData("образец резюме есть?", "")]
    [InlineData("какой у вас адрес", "")]
    [InlineData("как вернуть деньги", "")]
    [InlineData("где чек", "")]
    public void A_property_without_its_thing_is_one_of_the_thing_talked_of(string message, string property) => Assert.Equal(property, Of(message)?.Property ?? "");

    [Fact]
    public void One_more_case_leans_without_a_joining_word() => Assert.True(Of("за прошлый год тоже можно?") is { Leans: true, Subject: "прошлый год" });

    private static FollowUpQuestion? Of(string message) =>
        FollowUpQuestion.Of(new ReadMessage(Utterance.Read(message), new CommandReading(null, default), [], KnownWords.Of(SampleBase.Knowledge).Read(message)));
}
