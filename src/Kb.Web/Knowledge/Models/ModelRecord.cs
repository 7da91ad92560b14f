using System.Collections.Immutable;
using Kb.Bot.Evaluation;

namespace Kb.Web.Knowledge.Models;

/// <summary>Which model is in charge, and why it is not another one. Outlives a restart.</summary>
/// <param name="Active">Id of the model that answers.</param>
/// <param name="Since">When it took over.</param>
/// <param name="By">Name of the person who put it in charge; null when it passed its exam, or was the first.</param>
/// <param name="Exam">How it did against the one before it; null when nobody compared them.</param>
/// <param name="Held">The model that is not let in; null when there is none.</param>
public sealed record ModelRecord(string Active, DateTimeOffset Since, string? By, ModelExam? Exam, HeldModel? Held);

/// <summary>A model that is not let in.</summary>
/// <param name="Model">Its id.</param>
/// <param name="At">When that was decided.</param>
/// <param name="By">Name of the person who put another one in its place; null when its exam decided.</param>
/// <param name="Exam">How it did against the one in charge; null when nobody compared them.</param>
public sealed record HeldModel(string Model, DateTimeOffset At, string? By, ModelExam? Exam);

/// <summary>An exam of two models, as editors read it.</summary>
/// <param name="Questions">How many control questions were put to both.</param>
/// <param name="Objections">Why the later one must not take over, as sentences; none where it may.</param>
/// <param name="Figures">Shares before and after.</param>
/// <param name="WorseCount">How many questions it answers worse.</param>
/// <param name="Worse">The most painful of them.</param>
/// <param name="BetterCount">How many it answers better.</param>
public sealed record ModelExam(
    int Questions, ImmutableArray<string> Objections, ImmutableArray<FigureChange> Figures, int WorseCount, ImmutableArray<LostQuestion> Worse, int BetterCount)
{
    /// <summary>More examples nobody reads; all of them are in the verb «eval».</summary>
    private const int MostExamples = 30;

    internal static ModelExam Of(GoldenComparison comparison, ModelGate gate) => new(
        comparison.Count,
        gate.Objections(comparison),
        comparison.Figures,
        comparison.Worse.Length,
        [.. comparison.Worse.Take(MostExamples).Select(LostQuestion.Of)],
        comparison.Better.Length);
}

/// <summary>A control question that a model answers worse than the one before it.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Expected">The right intent; null when it is to be refused.</param>
/// <param name="Before">What the earlier model did, in Russian.</param>
/// <param name="Now">What this one does.</param>
/// <param name="Guess">What this one acts on, else its best guess; null when there is none.</param>
public sealed record LostQuestion(string Text, string? Expected, string Before, string Now, string? Guess)
{
    internal static LostQuestion Of(ChangedQuestion change) =>
        new(change.Now.Question.Text, change.Now.Question.Expected, change.Before.Outcome.Label(), change.Now.Outcome.Label(), change.Now.ActedOn ?? change.Now.Guess);
}

/// <summary>The model that answers in an edition.</summary>
/// <param name="Id">Its id; null for a base without anything to learn from.</param>
/// <param name="Own">Id of the model that the phrases of this very base give.</param>
/// <param name="Record">What was decided last; null before the first decision.</param>
public sealed record ServingModel(string? Id, string? Own, ModelRecord? Record)
{
    /// <summary>Of a base without anything to learn from.</summary>
    public static ServingModel None { get; } = new(null, null, null);

    /// <summary>Why the base's own model does not answer; null when it does, or is only being trained.</summary>
    public HeldModel? Held => Id != Own && Record?.Held is { } held && held.Model == Own ? held : null;

    /// <summary>Whether the base's own model must still be trained and examined.</summary>
    public bool IsDue => Id != Own && Held is null;
}
