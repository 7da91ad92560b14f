using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Content.Golden;

namespace Kb.Bot.Evaluation;

/// <summary>How a decision on a golden question is judged.</summary>
public enum Outcome
{
    /// <summary>Acted on what was meant: answered, passed on or talked. For what is not ours: refused.</summary>
    Right,

    /// <summary>Asked back, and what was meant is among the choices.</summary>
    ClarifiedRight,

    /// <summary>Asked back without the right choice, or asked back about what is not ours.</summary>
    ClarifiedWrong,

    /// <summary>Offered a person instead of an answer that the base has.</summary>
    Refused,

    /// <summary>Acted on something else: the one mistake that costs trust.</summary>
    Wrong,
}

/// <summary>Outcomes as people read them.</summary>
public static class OutcomeLabels
{
    /// <summary>One or a few Russian words.</summary>
    public static string Label(this Outcome outcome) => outcome switch
    {
        Outcome.Right => "верно",
        Outcome.ClarifiedRight => "уточнил",
        Outcome.ClarifiedWrong => "уточнил не то",
        Outcome.Refused => "отказ",
        Outcome.Wrong => "неверно",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };
}

/// <summary>A golden question with what the bot made of it.</summary>
/// <param name="Question">What was asked, and what is right.</param>
/// <param name="Message">How it was understood.</param>
/// <param name="Decision">What would be done.</param>
public sealed record JudgedQuestion(GoldenQuestion Question, ReadMessage Message, Decision Decision)
{
    /// <summary>The judgement.</summary>
    public Outcome Outcome => Decision switch
    {
        Decision.Clarify(var choices) => Question.Expected is { } meant && choices.Any(kind => kind.Id.Value == meant) ? Outcome.ClarifiedRight : Outcome.ClarifiedWrong,
        Decision.Refuse => Question.Expected is null ? Outcome.Right : Outcome.Refused,
        _ => Question.Expected is { } meant && ActedOn == meant ? Outcome.Right : Outcome.Wrong,
    };

    /// <summary>The best guess, whatever was decided; null where there is none.</summary>
    public string? Guess => Message.Command.Command ?? (Message.Utterance.IsEmpty || Message.Ranking.IsEmpty ? null : Message.Ranking[0].Intent);

    /// <summary>Confidence in the best guess; 1 for a command, 0 where there is none.</summary>
    public double Confidence => Message.Command.Command is not null ? 1 : Guess is null ? 0 : Message.Ranking[0].Confidence;

    /// <summary>Whether the right intent is the best guess.</summary>
    public bool IsFirst => Question.Expected is { } meant && Guess == meant;

    /// <summary>Whether it is among the three best.</summary>
    public bool IsAmongThree => IsFirst || (Question.Expected is { } meant && Message.Ranking.Take(3).Any(guess => guess.Intent == meant));

    /// <summary>What was acted on, which need not be the best guess: a clause may have spoken for the whole, a title or an anger. Null where nothing was.</summary>
    public string? ActedOn => Decision switch
    {
        Decision.Answer answer => answer.Kind.Id.Value,
        Decision.HandOff { Kind: { } kind } => kind.Id.Value,
        Decision.HandOff => CommandIds.Operator,
        Decision.Talk(var id) => id,
        _ => null,
    };
}
