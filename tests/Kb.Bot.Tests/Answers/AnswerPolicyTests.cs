using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Tests.Samples;
using Kb.Content;
using Kb.Content.Register;

namespace Kb.Bot.Tests.Answers;

public sealed class AnswerPolicyTests
{
    private const string Message = "сертификат вебинар";

    /// <summary>Search says nothing, so that a threshold is seen by itself.</summary>
    private static readonly AnswerOptions Unsearched = new() { SearchWeight = 0 };

    [Fact]
    public void A_sure_self_service_kind_is_answered_from_its_article()
    {
        var classified = Classify(Message, ("certificate-get", 0.9), ("webinar-link", 0.05));

        Assert.Equal(("answer", "certificate-get", 0.9), (classified.Decision, classified.Kind, classified.Confidence));
        Assert.Equal("certificate-get", Assert.Single(classified.Articles).Value);
    }

    [Theory]
    [InlineData("я", 0.8, "refuse")]
    [InlineData("а где", 0.8, "refuse")]
    [InlineData("а где", 0.95, "answer")]
    public void A_message_without_a_word_of_content_needs_near_certainty(string message, double confidence, string decision) =>
        Assert.Equal(decision, Classify(message, ("certificate-get", confidence)).Decision);

    [Fact]
    public void A_sure_operator_kind_is_handed_off() => Assert.Equal("handoff", Classify("верните деньги", ("refund-request", 0.8)).Decision);

    [Fact]
    public void A_sure_turn_of_talk_is_answered_in_place() => Assert.Equal("talk", Classify("привет", ("greeting", 0.9)).Decision);

    [Theory]
    [InlineData(0.69, 2.75, "answer")]
    [InlineData(0.69, 0, "refuse")]
    [InlineData(0.40, 2.75, "refuse")]
    public void A_guess_needs_less_confidence_where_search_finds_its_article(double confidence, double weight, string decision)
    {
        var bot = SupportBot.Create(SampleBase.Knowledge, new ScriptedClassifier(("certificate-get", confidence)), new AnswerOptions { SearchWeight = weight });

        Assert.Equal(decision, bot.Classify("скачать сертификат", SampleBot.Context()).Decision);
    }

    [Fact]
    public void A_kind_that_is_dear_to_mistake_needs_more_confidence()
    {
        var knowledge = SampleBase.Knowledge;
        var dear = knowledge with { Register = Dear(knowledge.Register) };

        Assert.Equal("answer", Decide(knowledge, 0.75));
        Assert.Equal("refuse", Decide(dear, 0.75));
        Assert.Equal("answer", Decide(dear, 0.85));

        static string Decide(KnowledgeBase knowledge, double confidence) =>
            SupportBot.Create(knowledge, new ScriptedClassifier(("certificate-get", confidence)), Unsearched).Classify("скачать сертификат", SampleBot.Context()).Decision;

        static RequestRegister Dear(RequestRegister register) => new(
            [.. register.Types.Select(type => type with { Kinds = [.. type.Kinds.Select(kind => kind with { Cost = 2 })] })], register.Talk, register.Commands);
    }

    [Theory]
    [InlineData(0.65, 0.50)]
    [InlineData(0.40, 0.30)]
    [InlineData(0.45, 0.10)]
    public void Kinds_that_cannot_be_told_apart_are_asked_about(double first, double second)
    {
        var classified = Classify(Message, ("certificate-get", first), ("webinar-link", second));

        Assert.Equal(("clarify", "certificate-get"), (classified.Decision, classified.Kind));
    }

    [Fact]
    public void A_likely_guess_without_a_rival_is_asked_about_beside_the_next_best()
    {
        Assert.Equal("clarify", Classify(Message, ("certificate-get", 0.65), ("webinar-link", 0.02)).Decision);
        Assert.Equal("refuse", Classify(Message, ("certificate-get", 0.65)).Decision);
    }

    [Theory]
    [InlineData(0.20, 0.15)]
    [InlineData(0.45, 0.05)]
    public void A_guess_that_is_weak_or_has_no_rival_is_refused(double first, double second) =>
        Assert.Equal("refuse", Classify(Message, ("certificate-get", first), ("webinar-link", second)).Decision);

    [Fact]
    public void Foreign_words_are_refused_however_sure_the_classifier_is()
    {
        var classified = Classify("рецепт наваристого борща сертификат", ("certificate-get", 1.0));

        Assert.Equal(("refuse", "certificate-get"), (classified.Decision, classified.Kind));
        Assert.InRange(classified.Coverage, 0.2, 0.3);
    }

    [Fact]
    public void Words_of_other_kinds_are_no_evidence_for_a_kind() =>
        Assert.Equal("refuse", Classify("расписание вебинаров возврат субтитры", ("certificate-get", 0.99)).Decision);

    [Fact]
    public void Small_talk_is_made_of_its_own_words_only() => Assert.Equal("refuse", Classify("спасибо погода деньги вебинар", ("thanks", 0.99)).Decision);

    [Fact]
    public void A_typo_is_not_a_foreign_word() => Assert.Equal("answer", Classify("сертефикат скачть", ("certificate-get", 0.9)).Decision);

    [Fact]
    public void A_kind_without_a_valid_article_is_refused_with_its_name_known() =>
        Assert.Equal(("refuse", "refund-terms"), (Classify("условия возврата", ("refund-terms", 0.9)).Decision, Classify("условия возврата", ("refund-terms", 0.9)).Kind));

    [Fact]
    public void A_command_wins_over_any_guess()
    {
        var classified = Classify("позовите оператора", ("certificate-get", 1.0));

        Assert.Equal(("handoff", "operator", 1.0), (classified.Decision, classified.Kind, classified.Confidence));
    }

    [Fact]
    public void A_model_cannot_call_a_person_whom_the_grammar_saw_declined() =>
        Assert.NotEqual("handoff", Classify("не надо оператора сертификат", ("operator", 0.9), ("certificate-get", 0.1)).Decision);

    [Fact]
    public void A_model_can_call_a_person_where_the_grammar_saw_nothing()
    {
        var classified = Classify("свяжите голосом", ("operator", 0.9));

        Assert.Equal(("handoff", "operator"), (classified.Decision, classified.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    public void A_message_without_words_is_refused_and_has_no_kind(string message)
    {
        var classified = Classify(message, ("certificate-get", 1.0));

        Assert.Equal(("refuse", (string?)null), (classified.Decision, classified.Kind));
    }

    [Fact]
    public void A_ranking_of_nothing_is_refused() => Assert.Equal("refuse", Classify(Message).Decision);

    [Fact]
    public void Thresholds_out_of_order_are_refused_with_a_reason()
    {
        var options = new AnswerOptions { AnswerThreshold = 0.3, ClarifyThreshold = 0.4 };

        var finding = Assert.Single(options.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options)));
        Assert.Contains("ClarifyThreshold", finding.ErrorMessage, StringComparison.Ordinal);
    }

    private static ClassifiedMessage Classify(string message, params (string Intent, double Confidence)[] guesses) =>
        SupportBot.Create(SampleBase.Knowledge, new ScriptedClassifier(guesses), Unsearched).Classify(message, SampleBot.Context());
}
