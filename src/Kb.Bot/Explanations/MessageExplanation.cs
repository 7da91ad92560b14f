using System.Collections.Immutable;
using Kb.Bot.Answers;

namespace Kb.Bot.Explanations;

/// <summary>Why the bot does with a message what it does: everything that took part in the decision, for editors and for programs.</summary>
/// <param name="Message">What the bot makes of the message as a whole, at the beginning of a conversation.</param>
/// <param name="Outcome">What it does then, when clauses are looked at one by one: <c>answer</c>, <c>clarify</c>, <c>refuse</c>, <c>handoff</c> or <c>talk</c>.</param>
/// <param name="OutcomeKind">Id of the kind that this is about; null when there is none.</param>
/// <param name="Guesses">Up to 5, best first, with their share of the words.</param>
/// <param name="Checks">What had to hold, in the order of looking.</param>
/// <param name="Words">The words of the message, in order.</param>
/// <param name="Clauses">The pieces of the message; one where it is one.</param>
public sealed record MessageExplanation(
    ClassifiedMessage Message,
    string Outcome,
    string? OutcomeKind,
    ImmutableArray<ExplainedGuess> Guesses,
    ImmutableArray<DecisionCheck> Checks,
    ImmutableArray<ExplainedWord> Words,
    ImmutableArray<ExplainedClause> Clauses);

/// <summary>A guess of the classifier.</summary>
/// <param name="Intent">Id of a kind, a talk turn or a command.</param>
/// <param name="Name">Its Russian name.</param>
/// <param name="Confidence">0 to 1, calibrated.</param>
/// <param name="WordShare">Share of the message's content words that phrases or articles of this intent use; 0 to 1.</param>
public sealed record ExplainedGuess(string Intent, string Name, double Confidence, double WordShare);

/// <summary>One condition of an answer.</summary>
/// <param name="Id">Stable id, kebab-case.</param>
/// <param name="Label">What is looked at, in Russian.</param>
/// <param name="Value">What was found, 0 to 1.</param>
/// <param name="Threshold">The least value that passes.</param>
public sealed record DecisionCheck(string Id, string Label, double Value, double Threshold)
{
    /// <summary>Whether it held.</summary>
    public bool Passed => Value >= Threshold;
}

/// <summary>A word of the message.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Known">Whether the base uses it, as it is, by sound or with one typo; true for stop words, which say nothing.</param>
/// <param name="ForBest">Whether phrases or articles of the best guess use it.</param>
public sealed record ExplainedWord(string Text, bool Known, bool ForBest);

/// <summary>A piece of the message that was read for itself.</summary>
/// <param name="Text">As written.</param>
/// <param name="Asks">Whether it asks or wants something, and does not merely tell.</param>
/// <param name="Denied">Whether it says what is not wanted, and so does not count.</param>
/// <param name="Best">Name of its best guess; null when there is none.</param>
/// <param name="Confidence">Of that guess; 0 to 1.</param>
public sealed record ExplainedClause(string Text, bool Asks, bool Denied, string? Best, double Confidence);
