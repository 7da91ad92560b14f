using Kb.Bot.Evaluation;

namespace Kb.Web.Verbs;

/// <summary>One figure of two exams on the same questions.</summary>
/// <param name="Name">In Russian.</param>
/// <param name="Before">A share of the earlier model.</param>
/// <param name="Now">The same of this one.</param>
internal sealed record EvalComparison(string Name, double Before, double Now)
{
    /// <summary>The figures that decide whether a model may replace another.</summary>
    public static List<EvalComparison> Of(GoldenReport before, GoldenReport now) =>
    [
        new("верный вид первым", before.First, now.First),
        new("верный вид среди трёх", before.AmongThree, now.AmongThree),
        new("ошибка уверенности", before.CalibrationError, now.CalibrationError),
        new("наши: верно", before.Ours.Right, now.Ours.Right),
        new("наши: уточнил, и верный среди кнопок", before.Ours.ClarifiedRight, now.Ours.ClarifiedRight),
        new("наши: отказ", before.Ours.Refused, now.Ours.Refused),
        new("наши: неверно", before.Ours.Wrong, now.Ours.Wrong),
        .. now.NotOurs.Select(group => new EvalComparison(
            $"не наши, {group.Name}: отказ", before.NotOurs.Where(other => other.Name == group.Name).Sum(other => other.Tally.Right), group.Tally.Right)),
    ];
}
