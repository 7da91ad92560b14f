using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Explanations;
using Kb.Bot.Tests.Samples;

namespace Kb.Bot.Tests.Explanations;

public sealed class MessageExplanationTests
{
    [Fact]
    public void A_sure_answer_passed_every_check()
    {
        var why = Explain("как скачать сертификат", ("certificate-get", 0.9), ("webinar-link", 0.05));

        Assert.Equal(("answer", "certificate-get"), (why.Outcome, why.OutcomeKind));
        Assert.All(why.Checks, check => Assert.True(check.Passed, check.Id));
        Assert.Contains(why.Words, word => word is { Text: "сертификат", Known: true, ForBest: true });
        Assert.Equal("Как получить сертификат", why.Guesses[0].Name);
    }

    [Fact]
    public void A_refusal_names_the_check_that_failed_and_the_words_that_are_foreign()
    {
        var why = Explain("рецепт наваристого борща сертификат", ("certificate-get", 0.99));

        Assert.Equal("refuse", why.Outcome);
        Assert.Equal("known-words", why.Checks.First(check => !check.Passed).Id);
        Assert.Equal(["рецепт", "наваристого", "борща"], why.Words.Where(word => !word.Known).Select(word => word.Text));
    }

    [Fact]
    public void A_question_between_two_kinds_fails_at_the_lead()
    {
        var why = Explain("сертификат вебинар", ("certificate-get", 0.5), ("webinar-link", 0.45));

        Assert.Equal("clarify", why.Outcome);
        Assert.Contains(why.Checks, check => check is { Id: "lead", Passed: false });
    }

    [Fact]
    public void A_command_needs_no_other_check() => Assert.Equal("command", Assert.Single(Explain("позовите оператора").Checks).Id);

    [Fact]
    public void A_message_of_clauses_shows_which_of_them_count()
    {
        var why = Explain("Здравствуйте! Не хочу возврат. Как скачать сертификат?", ("certificate-get", 0.9));

        Assert.Equal([(false, false), (false, true), (true, false)], why.Clauses.Select(clause => (clause.Asks && !clause.Denied, clause.Denied)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("🙂")]
    [InlineData("<script>alert(1)</script>")]
    public void Any_message_is_explained(string text) => Assert.NotNull(Explain(text).Message);

    private static MessageExplanation Explain(string text, params (string Intent, double Confidence)[] guesses) =>
        SupportBot.Create(SampleBase.Knowledge, new ScriptedClassifier(guesses), new AnswerOptions()).Explain(text, SampleBot.Context());
}
