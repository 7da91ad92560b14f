using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Evaluation;
using Kb.Bot.Tests.Samples;
using Kb.Content.Golden;

namespace Kb.Bot.Tests.Evaluation;

public sealed class GoldenExamTests
{
    private const string Ours = "где скачать сертификат";

    /// <summary>What search finds would move the thresholds.</summary>
    private static readonly AnswerOptions Options = new() { SearchWeight = 0 };

    [Theory]
    [InlineData(Ours, "certificate-get", 0.9, Outcome.Right)]
    [InlineData(Ours, "certificate-name", 0.9, Outcome.Wrong)]
    [InlineData(Ours, "certificate-name", 0.5, Outcome.ClarifiedRight)]
    [InlineData(Ours, "webinar-link", 0.5, Outcome.ClarifiedWrong)]
    [InlineData(Ours, "certificate-get", 0.1, Outcome.Refused)]
    [InlineData(Ours, null, 0.1, Outcome.Right)]
    [InlineData(Ours, null, 0.9, Outcome.Wrong)]
    [InlineData(Ours, null, 0.5, Outcome.ClarifiedWrong)]
    [InlineData("позовите оператора", "operator", 0.9, Outcome.Right)]
    public void A_decision_is_judged_by_what_was_meant(string text, string? meant, double confidence, Outcome outcome)
    {
        var exam = Exam(confidence, new GoldenQuestion(text, meant, meant is null ? "near" : null, "golden/dev/all.yaml", 1));

        Assert.Equal(outcome, Assert.Single(exam.Judge(Options)).Outcome);
    }

    [Fact]
    public void A_report_counts_ours_by_type_and_what_is_not_ours_by_group()
    {
        var report = GoldenReport.Of(SampleBase.Knowledge, Exam(0.9,
            new GoldenQuestion(Ours, "certificate-get", null, "golden/dev/all.yaml", 1),
            new GoldenQuestion(Ours, "password-reset", null, "golden/dev/all.yaml", 2),
            new GoldenQuestion("позовите оператора", "operator", null, "golden/dev/all.yaml", 3),
            new GoldenQuestion("?", null, "noise", "golden/dev/not-ours.yaml", 1)).Judge(Options));

        Assert.Equal(["all", "talk"], report.ByType.Select(type => type.Name));
        Assert.Equal([2, 1], report.ByType.Select(type => type.Tally.Count));
        Assert.Equal(("noise", 1.0), (report.NotOurs.Single().Name, report.NotOurs.Single().Tally.Right));
        Assert.Equal((2.0 / 3, 1.0 / 3), (report.First, report.Ours.Wrong));
        Assert.Equal(new Confusion("password-reset", "certificate-get", 1), Assert.Single(report.Confusions));
    }

    [Fact]
    public void A_higher_threshold_acts_on_less()
    {
        var curve = Exam(0.72, new GoldenQuestion(Ours, "certificate-get", null, "golden/dev/all.yaml", 1)).Curve(Options);

        Assert.Equal(curve.OrderBy(point => point.Threshold), curve);
        Assert.All(curve, point => Assert.Equal(point.Threshold <= 0.72 ? 1 : 0, point.Report.Ours.Right));
    }

    /// <summary>The best guess is «certificate-get» with this confidence; the next is «certificate-name» with what is left up to 0.45.</summary>
    private static GoldenExam Exam(double confidence, params GoldenQuestion[] questions)
    {
        var classifier = new ScriptedClassifier(("certificate-get", confidence), ("certificate-name", Math.Min(0.45, (1 - confidence) * confidence)));
        var bot = SupportBot.Create(SampleBase.Knowledge, classifier, Options);
        return new GoldenExam(SampleBase.Knowledge, bot, questions, SampleBot.Context().Reader);
    }
}
