using System.Collections.Immutable;
using Kb.Content;

namespace Kb.Bot.Evaluation;

/// <summary>Two bots before the same questions: what one model gains and loses against another.</summary>
/// <param name="Before">What the earlier one made of them.</param>
/// <param name="Now">What the later one makes of them.</param>
/// <param name="Worse">Questions that were answered better before, those that are answered wrongly now first.</param>
/// <param name="Better">Questions that are answered better now, those that were answered wrongly before first.</param>
public sealed record GoldenComparison(GoldenReport Before, GoldenReport Now, ImmutableArray<ChangedQuestion> Worse, ImmutableArray<ChangedQuestion> Better)
{
    /// <summary>How many questions were put to both.</summary>
    public int Count { get; private init; }

    /// <summary>How many of all, ours and not ours, were acted on wrongly before, and now.</summary>
    public (int Before, int Now) Wrong => (Before.Mistakes.Length, Now.Mistakes.Length);

    /// <summary>Of how many of ours the right intent was the best guess before, and is now.</summary>
    public (int Before, int Now) First => ((int)Math.Round(Before.First * Before.Ours.Count), (int)Math.Round(Now.First * Now.Ours.Count));

    /// <summary>The figures that decide whether a model may replace another, in the order of reading.</summary>
    public ImmutableArray<FigureChange> Figures =>
    [
        new("верный вид первым", Before.First, Now.First),
        new("верный вид среди трёх", Before.AmongThree, Now.AmongThree),
        new("ошибка уверенности", Before.CalibrationError, Now.CalibrationError),
        new("наши: верно", Before.Ours.Right, Now.Ours.Right),
        new("наши: уточнил, и верный среди кнопок", Before.Ours.ClarifiedRight, Now.Ours.ClarifiedRight),
        new("наши: отказ", Before.Ours.Refused, Now.Ours.Refused),
        new("наши: неверно", Before.Ours.Wrong, Now.Ours.Wrong),
        .. Now.NotOurs.Select(group => new FigureChange(
            $"не наши, {LabelOf(group.Name)}: отказ", Before.NotOurs.Where(other => other.Name == group.Name).Sum(other => other.Tally.Right), group.Tally.Right)),
    ];

    private static string LabelOf(string group) => group switch
    {
        "near" => "похожие",
        "far" => "посторонние",
        "noise" => "набор букв",
        "abuse" => "брань",
        _ => group,
    };

    /// <summary>Compares two exams.</summary>
    /// <param name="knowledge">The base of both.</param>
    /// <param name="before">Of the earlier model.</param>
    /// <param name="now">Of the later model: the same questions in the same order.</param>
    /// <exception cref="ArgumentException">The questions differ.</exception>
    public static GoldenComparison Of(KnowledgeBase knowledge, ImmutableArray<JudgedQuestion> before, ImmutableArray<JudgedQuestion> now)
    {
        if (!before.Select(question => question.Question).SequenceEqual(now.Select(question => question.Question)))
        {
            throw new ArgumentException("Only exams of the same questions compare.", nameof(now));
        }

        var changes = before.Zip(now, (was, turned) => new ChangedQuestion(was, turned)).ToList();
        return new GoldenComparison(
            GoldenReport.Of(knowledge, before),
            GoldenReport.Of(knowledge, now),
            [.. changes.Where(change => change.Loss > 0).OrderByDescending(change => change.Loss).ThenByDescending(change => change.Now.Confidence)],
            [.. changes.Where(change => change.Loss < 0).OrderBy(change => change.Loss).ThenByDescending(change => change.Now.Confidence)])
        {
            Count = changes.Count,
        };
    }
}

/// <summary>One figure of two exams.</summary>
/// <param name="Name">In Russian.</param>
/// <param name="Before">A share of the earlier model.</param>
/// <param name="Now">The same of the later one.</param>
public sealed record FigureChange(string Name, double Before, double Now);

/// <summary>A question and what two models made of it.</summary>
/// <param name="Before">The earlier one.</param>
/// <param name="Now">The later one.</param>
public sealed record ChangedQuestion(JudgedQuestion Before, JudgedQuestion Now)
{
    /// <summary>What the student loses by the change; below 0 they gain, 0 where it is all the same to them.</summary>
    public int Loss => CostOf(Now.Outcome) - CostOf(Before.Outcome);

    /// <summary>A useless choice costs what a refusal costs: one step more to a person. Wrong answers cost trust.</summary>
    private static int CostOf(Outcome outcome) => outcome switch
    {
        Outcome.Right => 0,
        Outcome.ClarifiedRight => 1,
        Outcome.ClarifiedWrong or Outcome.Refused => 2,
        Outcome.Wrong => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };
}
