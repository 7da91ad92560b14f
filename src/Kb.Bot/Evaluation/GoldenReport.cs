using System.Collections.Immutable;
using Kb.Content;
using Kb.Content.Register;

namespace Kb.Bot.Evaluation;

/// <summary>What an exam showed. Shares are of the questions counted, 0 where there are none.</summary>
/// <param name="Ours">Questions that the base answers.</param>
/// <param name="First">Share of them whose intent is the best guess.</param>
/// <param name="AmongThree">Share of them whose intent is among the three best.</param>
/// <param name="CalibrationError">See <see cref="Intents.Calibration.CalibrationError"/>.</param>
/// <param name="ByType">Ours by type of request, in the order of the register; talk and commands are the last.</param>
/// <param name="NotOurs">What must be refused, by group.</param>
/// <param name="Confusions">Intents taken for another, most often first.</param>
/// <param name="Mistakes">Judged <see cref="Outcome.Wrong"/>, the surest first.</param>
/// <param name="Missed">Ours that were refused, the surest first.</param>
public sealed record GoldenReport(
    Tally Ours,
    double First,
    double AmongThree,
    double CalibrationError,
    ImmutableArray<NamedTally> ByType,
    ImmutableArray<NamedTally> NotOurs,
    ImmutableArray<Confusion> Confusions,
    ImmutableArray<JudgedQuestion> Mistakes,
    ImmutableArray<JudgedQuestion> Missed)
{
    private const string TalkType = "talk";

    /// <summary>Sums up an exam.</summary>
    public static GoldenReport Of(KnowledgeBase knowledge, ImmutableArray<JudgedQuestion> judged)
    {
        var ours = judged.Where(question => question.Question.Expected is not null).ToList();
        return new GoldenReport(
            Tally.Of(ours),
            Share(ours, question => question.IsFirst),
            Share(ours, question => question.IsAmongThree),
            Intents.Calibration.CalibrationError.Of([.. ours.Select(question => (question.Confidence, question.IsFirst))]),
            ByTypes(knowledge.Register, ours),
            Named(judged.Where(question => question.Question.Expected is null), question => question.Question.Group ?? ""),
            [
                .. ours.Where(question => !question.IsFirst && question.Guess is not null)
                    .CountBy(question => (Meant: question.Question.Expected!, Guess: question.Guess!))
                    .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Meant, StringComparer.Ordinal).ThenBy(pair => pair.Key.Guess, StringComparer.Ordinal)
                    .Select(pair => new Confusion(pair.Key.Meant, pair.Key.Guess, pair.Value)),
            ],
            With(judged, Outcome.Wrong),
            With(judged, Outcome.Refused));
    }

    private static ImmutableArray<NamedTally> ByTypes(RequestRegister register, List<JudgedQuestion> ours)
    {
        var order = register.Types.Select(type => type.Id).ToList();
        return
        [
            .. Named(ours, question => register.Kinds.GetValueOrDefault(new KindId(question.Question.Expected!))?.Type ?? TalkType)
                .OrderBy(tally => order.IndexOf(tally.Name) is var place and >= 0 ? place : order.Count),
        ];
    }

    private static ImmutableArray<NamedTally> Named(IEnumerable<JudgedQuestion> judged, Func<JudgedQuestion, string> name) =>
        [.. judged.GroupBy(name).Select(group => new NamedTally(group.Key, Tally.Of([.. group])))];

    private static ImmutableArray<JudgedQuestion> With(ImmutableArray<JudgedQuestion> judged, Outcome outcome) =>
        [.. judged.Where(question => question.Outcome == outcome).OrderByDescending(question => question.Confidence)];

    private static double Share(List<JudgedQuestion> questions, Func<JudgedQuestion, bool> counts) =>
        questions.Count == 0 ? 0 : (double)questions.Count(counts) / questions.Count;
}

/// <summary>Outcomes counted, as shares of <paramref name="Count"/>.</summary>
/// <param name="Count">Questions.</param>
/// <param name="Right">Share of <see cref="Outcome.Right"/>.</param>
/// <param name="ClarifiedRight">Share of <see cref="Outcome.ClarifiedRight"/>.</param>
/// <param name="ClarifiedWrong">Share of <see cref="Outcome.ClarifiedWrong"/>.</param>
/// <param name="Refused">Share of <see cref="Outcome.Refused"/>.</param>
/// <param name="Wrong">Share of <see cref="Outcome.Wrong"/>.</param>
public readonly record struct Tally(int Count, double Right, double ClarifiedRight, double ClarifiedWrong, double Refused, double Wrong)
{
    internal static Tally Of(IReadOnlyCollection<JudgedQuestion> judged)
    {
        return new Tally(
            judged.Count, Share(Outcome.Right), Share(Outcome.ClarifiedRight), Share(Outcome.ClarifiedWrong), Share(Outcome.Refused), Share(Outcome.Wrong));

        double Share(Outcome outcome) => judged.Count == 0 ? 0 : (double)judged.Count(question => question.Outcome == outcome) / judged.Count;
    }
}

/// <summary>A part of the questions.</summary>
/// <param name="Name">Id of a type or name of a group.</param>
/// <param name="Tally">Its outcomes.</param>
public sealed record NamedTally(string Name, Tally Tally);

/// <summary>An intent taken for another.</summary>
/// <param name="Meant">The right one.</param>
/// <param name="Guess">The best guess.</param>
/// <param name="Count">How often.</param>
public sealed record Confusion(string Meant, string Guess, int Count);
