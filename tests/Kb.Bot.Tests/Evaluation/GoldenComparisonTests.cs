using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Evaluation;
using Kb.Bot.Tests.Samples;
using Kb.Content.Golden;

namespace Kb.Bot.Tests.Evaluation;

public sealed class GoldenComparisonTests
{
    private const string Certificate = "где скачать сертификат";

    private static readonly AnswerOptions Options = new() { SearchWeight = 0 };

    [Fact]
    public void A_comparison_names_what_was_lost_and_what_was_won()
    {
        GoldenQuestion[] questions =
        [
            Question(Certificate, "certificate-get", 1), Question("где сертификат за курс", "certificate-get", 2), Question("сертификат с ошибкой", "certificate-name", 3),
        ];

        var comparison = GoldenComparison.Of(SampleBase.Knowledge, Judge("certificate-get", questions), Judge("certificate-name", questions));

        Assert.Equal(["где сертификат за курс", Certificate], comparison.Worse.Select(change => change.Now.Question.Text).Order(StringComparer.Ordinal));
        Assert.Equal("сертификат с ошибкой", Assert.Single(comparison.Better).Now.Question.Text);
        Assert.Equal(((2, 1), (1, 2)), (comparison.First, comparison.Wrong));
        Assert.Equal((2.0 / 3, 1.0 / 3), (comparison.Figures[0].Before, comparison.Figures[0].Now));
    }

    [Fact]
    public void A_wrong_answer_stands_before_a_refusal_among_what_was_lost()
    {
        GoldenQuestion[] questions = [Question("пароль", "password-reset", 1), Question(Certificate, "certificate-get", 2)];
        var before = Judge("password-reset", questions[..1]).AddRange(Judge("certificate-get", questions[1..]));
        var now = Judge("password-reset", questions[..1], confidence: 0.1).AddRange(Judge("certificate-name", questions[1..]));

        var comparison = GoldenComparison.Of(SampleBase.Knowledge, before, now);

        Assert.Equal([Outcome.Wrong, Outcome.Refused], comparison.Worse.Select(change => change.Now.Outcome));
    }

    [Fact]
    public void Exams_of_other_questions_do_not_compare() =>
        Assert.Throws<ArgumentException>(() => GoldenComparison.Of(
            SampleBase.Knowledge, Judge("certificate-get", Question(Certificate, "certificate-get", 1)), Judge("certificate-get", Question("пароль", "password-reset", 1))));

    [Theory]
    [InlineData(100, 2, false)] // Two of a hundred are an accident.
    [InlineData(100, 4, false)]
    [InlineData(100, 5, true)]
    [InlineData(1_000, 10, false)] // One in a hundred is the margin of wrong answers.
    [InlineData(1_000, 11, true)]
    public void A_model_that_answers_clearly_more_questions_wrongly_is_stopped(int questions, int lost, bool isStopped)
    {
        var asked = Enumerable.Range(1, questions).Select(line => Question(Certificate, "certificate-get", line)).ToArray();
        var before = Judge("certificate-get", asked);
        var now = Judge("certificate-name", asked[..lost]).AddRange(before[lost..]);

        var objections = new ModelGate(new ModelGateOptions()).Objections(GoldenComparison.Of(SampleBase.Knowledge, before, now));

        Assert.Equal(isStopped, objections.Contains($"Неверных ответов {lost} из {questions}, а было 0."));
        Assert.Equal(isStopped, !objections.IsEmpty);
    }

    [Fact]
    public void A_model_that_knows_fewer_kinds_first_is_stopped_though_it_only_asks_back()
    {
        var asked = Enumerable.Range(1, 100).Select(line => Question(Certificate, "certificate-get", line)).ToArray();
        var before = Judge("certificate-get", asked);
        var now = Judge("certificate-name", asked[..10], confidence: 0.5).AddRange(before[10..]);

        var objections = new ModelGate(new ModelGateOptions()).Objections(GoldenComparison.Of(SampleBase.Knowledge, before, now));

        Assert.Equal("Верно угаданных вопросов 90 из 100, а было 100.", Assert.Single(objections));
    }

    [Fact]
    public void Margins_of_one_let_every_model_pass()
    {
        var asked = Enumerable.Range(1, 20).Select(line => Question(Certificate, "certificate-get", line)).ToArray();
        var gate = new ModelGate(new ModelGateOptions { MaxFirstLoss = 1, MaxWrongGain = 1 });

        Assert.Empty(gate.Objections(GoldenComparison.Of(SampleBase.Knowledge, Judge("certificate-get", asked), Judge("certificate-name", asked))));
    }

    private static GoldenQuestion Question(string text, string? meant, int line) => new(text, meant, null, "golden/dev/all.yaml", line);

    private static ImmutableArray<JudgedQuestion> Judge(string guess, params GoldenQuestion[] questions) => Judge(guess, questions, 0.9);

    /// <summary>By a bot that is sure of the same kind whatever it is asked, and sees its neighbour behind.</summary>
    private static ImmutableArray<JudgedQuestion> Judge(string guess, GoldenQuestion[] questions, double confidence)
    {
        var next = guess == "certificate-get" ? "certificate-name" : "certificate-get";
        var classifier = new ScriptedClassifier((guess, confidence), (next, Math.Min(0.45, (1 - confidence) * confidence)));
        var bot = SupportBot.Create(SampleBase.Knowledge, classifier, Options);
        return new GoldenExam(SampleBase.Knowledge, bot, questions, SampleBot.Context().Reader).Judge(Options);
    }
}
