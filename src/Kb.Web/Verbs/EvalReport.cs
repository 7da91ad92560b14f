using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kb.Bot.Evaluation;

namespace Kb.Web.Verbs;

/// <summary>An exam as a page of text, or as one JSON object.</summary>
/// <param name="half">Which half was asked.</param>
/// <param name="report">What came out.</param>
/// <param name="change">What another model makes of the same questions; null when there is none.</param>
/// <param name="curve">What other thresholds would give.</param>
/// <param name="examples">How many examples to list of each sort.</param>
internal sealed class EvalReport(string half, GoldenReport report, GoldenComparison? change, ImmutableArray<CurvePoint> curve, int examples)
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public string ForPeople()
    {
        var text = new StringBuilder();
        Line($"Контрольные вопросы «{half}»: наших {report.Ours.Count}, верный вид первым {Percent(report.First)}, среди трёх {Percent(report.AmongThree)}, ошибка уверенности {Percent(report.CalibrationError)}");
        if (change is not null)
        {
            Line($"\n{"Против прежней модели",-40}{"было",9}{"стало",9}");
            foreach (var row in change.Figures)
            {
                Line($"{row.Name,-40}{Percent(row.Before),9}{Percent(row.Now),9}");
            }

            List($"Стало хуже: {change.Worse.Length}", change.Worse.Select(Describe));
            List($"Стало лучше: {change.Better.Length}", change.Better.Select(Describe));
        }

        Table("Наши вопросы", [new NamedTally("все", report.Ours), .. report.ByType]);
        Table("Не наши (верно — отказ)", report.NotOurs);
        Line($"\n{"Порог",-26}{"верно",9}{"уточнил",9}{"отказ",9}{"неверно",9}{"чужим",9}");
        foreach (var (threshold, point) in curve)
        {
            Line($"{threshold.ToString("0.00", Russian),-26}{Percent(point.Ours.Right),9}{Percent(point.Ours.ClarifiedRight + point.Ours.ClarifiedWrong),9}{Percent(point.Ours.Refused),9}{Percent(point.Ours.Wrong),9}{Percent(ShareAnswered(point)),9}");
        }

        List("Путает (имелось в виду → решил)", report.Confusions.Select(pair => $"{pair.Count,3}  {pair.Meant} → {pair.Guess}"));
        List("Ответил неверно", report.Mistakes.Select(Describe));
        List("Отказался от нашего", report.Missed.Select(Describe));
        return text.ToString().TrimEnd();

        void Line(FormattableString line) => text.AppendLine(line.ToString(Russian));

        void Table(string title, ImmutableArray<NamedTally> rows)
        {
            Line($"\n{title,-26}{"всего",9}{"верно",9}{"уточнил",9}{"отказ",9}{"неверно",9}");
            foreach (var (name, tally) in rows)
            {
                Line($"{name,-26}{tally.Count,9}{Percent(tally.Right),9}{Percent(tally.ClarifiedRight + tally.ClarifiedWrong),9}{Percent(tally.Refused),9}{Percent(tally.Wrong),9}");
            }
        }

        void List(string title, IEnumerable<string> lines)
        {
            var shown = lines.Take(examples).ToList();
            if (shown.Count > 0)
            {
                Line($"\n{title}");
                shown.ForEach(line => text.Append("  ").AppendLine(line));
            }
        }
    }

    public object ForMachines() => new
    {
        half,
        report.Ours,
        report.First,
        report.AmongThree,
        report.CalibrationError,
        report.ByType,
        report.NotOurs,
        Before = change?.Figures.Select(row => new { row.Name, row.Before, row.Now }),
        Worse = change is null ? null : new { change.Worse.Length, Examples = change.Worse.Take(examples).Select(Example) },
        Better = change is null ? null : new { change.Better.Length, Examples = change.Better.Take(examples).Select(Example) },
        Confusions = report.Confusions.Take(examples),
        Mistakes = report.Mistakes.Take(examples).Select(Example),
        Missed = report.Missed.Take(examples).Select(Example),
        Curve = curve.Select(point => new { point.Threshold, point.Report.Ours, NotOursAnswered = ShareAnswered(point.Report) }),
    };

    private static object Example(JudgedQuestion question) => new
    {
        question.Question.Text,
        question.Question.Expected,
        question.Question.Group,
        question.Guess,
        Confidence = Math.Round(question.Confidence, 4),
    };

    private static object Example(ChangedQuestion change) => new
    {
        change.Now.Question.Text,
        change.Now.Question.Expected,
        change.Now.Question.Group,
        Before = new { change.Before.Outcome, change.Before.Guess, change.Before.ActedOn },
        Now = new { change.Now.Outcome, change.Now.Guess, change.Now.ActedOn },
    };

    private static string Describe(ChangedQuestion change) =>
        $"{change.Before.Outcome.Label()} → {change.Now.Outcome.Label()}  {change.Now.Question.Expected ?? change.Now.Question.Group} ({change.Before.ActedOn ?? change.Before.Guess ?? "—"} → {change.Now.ActedOn ?? change.Now.Guess ?? "—"}): {change.Now.Question.Text}";

    private static string Describe(JudgedQuestion question) =>
        string.Create(Russian, $"{question.Confidence:0.00}  {question.Question.Expected ?? question.Question.Group} → {question.Guess ?? "—"}: {question.Question.Text}");

    /// <summary>Share of what is not ours that was answered all the same.</summary>
    private static double ShareAnswered(GoldenReport point) =>
        point.NotOurs.IsEmpty ? 0 : point.NotOurs.Sum(group => group.Tally.Wrong * group.Tally.Count) / point.NotOurs.Sum(group => group.Tally.Count);

    private static string Percent(double share) => share.ToString("0.0 %", Russian);
}
