using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Tests.Samples;

namespace Kb.Bot.Tests.Dialogue;

public sealed class TranscriptTests
{
    private const string Folder = "Transcripts";

    [Fact]
    public void Question_is_answered_with_its_source_and_helps() =>
        Verified.Matches(new Transcript().Writes("Здравствуйте!").Writes("как скачать сертификат?").Presses(ActionIds.Helped).Writes("спасибо").Play(), Folder);

    [Fact]
    public void Guided_answer_asks_and_yes_or_no_in_words_count() =>
        Verified.Matches(new Transcript().Writes("не могу войти в личный кабинет").Writes("нет, не помогло").Writes("да").Play(), Folder);

    [Fact]
    public void Second_answer_in_vain_goes_to_a_person() => Verified.Matches(
        new Transcript().Writes("забыла пароль").Presses(ActionIds.NotHelped).Writes("не получается войти в кабинет").Presses(ActionIds.NotHelped).Play(), Folder);

    [Fact]
    public void Operator_is_called_from_the_first_message() =>
        Verified.Matches(new Transcript().Writes("передать апиратору").Writes("вы тут?").Play(), Folder);

    [Fact]
    public void Operator_is_called_after_an_answer_and_learns_what_was_shown() =>
        Verified.Matches(new Transcript().Writes("где взять сертификат").Presses(ActionIds.NotHelped).Writes("позовите человека").Play(), Folder);

    [Fact]
    public void Operator_with_a_question_in_one_message_hands_over_both() =>
        Verified.Matches(new Transcript().Writes("Соедините с оператором! Хочу вернуть деньги за курс").Play(), Folder);

    [Fact]
    public void Operator_kind_says_what_will_happen_and_asks_the_fields_once() =>
        Verified.Matches(new Transcript().Writes("в сертификате неправильная фамилия").Writes("anna@example.org, Иванова Анна Петровна").Play(), Folder);

    [Fact]
    public void Operator_kind_without_an_article_is_handed_over_too() =>
        Verified.Matches(new Transcript().Writes("оформите возврат").Play(), Folder);

    [Fact]
    public void Two_close_kinds_are_asked_about_and_the_choice_is_answered() =>
        Verified.Matches(Doubtful().Writes("вебинар").Presses("kind:webinar-link").Play(), Folder);

    [Fact]
    public void Clarify_never_comes_twice_in_a_row() =>
        Verified.Matches(Doubtful().Writes("вебинар").Writes("ну вебинар").Play(), Folder);

    [Fact]
    public void Foreign_questions_and_noise_are_refused_in_turning_words() =>
        Verified.Matches(new Transcript().Writes("какой рецепт борща?").Writes("фывапролдж").Writes("Lorem ipsum dolor sit amet").Writes("да").Play(), Folder);

    [Fact]
    public void Offer_of_a_person_can_be_declined() => Verified.Matches(new Transcript().Writes("погода в Казани").Writes("нет").Play(), Folder);

    [Fact]
    public void Person_is_not_called_when_declined_or_only_named() =>
        Verified.Matches(new Transcript().Writes("не надо оператора").Writes("не надо оператора, как скачать сертификат?").Play(), Folder);

    [Fact]
    public void Article_past_its_last_day_is_not_quoted() => Verified.Matches(new Transcript().Writes("какие условия возврата денег").Play(), Folder);

    [Fact]
    public void Article_of_another_course_is_not_quoted() => Verified.Matches(new Transcript().Writes("где посмотреть запись вебинара").Play(), Folder);

    [Fact]
    public void Article_of_the_own_course_is_quoted() =>
        Verified.Matches(new Transcript("students", "course:design-1").Writes("где посмотреть запись вебинара").Play(), Folder);

    [Fact]
    public void Bot_is_silent_with_a_person_and_speaks_again_when_the_talk_is_returned() => Verified.Matches(
        new Transcript().Writes("оператор").Writes("как скачать сертификат").Presses(ActionIds.Helped).PersonReturnsTheTalk().Writes("как скачать сертификат").Play(), Folder);

    [Fact]
    public void Own_requests_are_shown() => Verified.Matches(new Transcript().Writes("где мой ответ?").Play(), Folder);

    [Fact]
    public void New_request_takes_the_next_message_as_its_text() =>
        Verified.Matches(new Transcript().Writes("хочу создать заявку").Writes("Пропал прогресс за прошлую неделю").Play(), Folder);

    [Fact]
    public void Same_question_again_gives_the_same_answer_and_a_way_out() =>
        Verified.Matches(new Transcript().Writes("как скачать сертификат").Writes("где мой сертификат").Play(), Folder);

    [Fact]
    public void Wrong_layout_and_letters_are_understood() =>
        Verified.Matches(new Transcript().Writes("rfr crfxfnm cthnbabrfn").Writes("kak vosstanovit parol").Play(), Folder);

    [Fact]
    public void Empty_endless_and_hostile_messages_get_a_clear_answer() => Verified.Matches(
        new Transcript().Writes("").Writes("👍🏽").Writes(new string('щ', 10_000)).Writes("<script>alert(1)</script>").Presses("kind:nothing").Presses("drop table").Play(), Folder);

    private static Transcript Doubtful() => new()
    {
        Bot = SupportBot.Create(
            SampleBase.Knowledge, new ScriptedClassifier(("webinar-link", 0.48), ("webinar-recording", 0.4), ("greeting", 0.1)), new AnswerOptions()),
    };
}
