using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace Kb.Bot.Evaluation;

/// <summary>How much worse a model may be than the one in charge and still take its place.</summary>
/// <remarks>
/// Two models of nearly the same phrases differ by chance: of 1,600 questions some ten are guessed otherwise, as many won as lost. The margins
/// lie beyond that, and below what a head of support would notice in a day's talks.
/// </remarks>
public sealed record ModelGateOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "Kb:Bot:Gate";

    /// <summary>How far the share of our questions whose kind is the best guess may fall.</summary>
    /// <value>0 to 1; 0.02 by default. 1 lets every model pass.</value>
    [Range(0.0, 1.0)]
    public double MaxFirstLoss { get; init; } = 0.02;

    /// <summary>How far the share of wrong answers, of all questions, may rise.</summary>
    /// <value>0 to 1; 0.01 by default. 1 lets every model pass.</value>
    [Range(0.0, 1.0)]
    public double MaxWrongGain { get; init; } = 0.01;

    /// <summary>By how many questions at least a figure must have changed to count: where they are few, two are an accident.</summary>
    /// <value>1 to 1,000; 5 by default. A base with fewer control questions than twice as many examines no model.</value>
    [Range(1, 1_000)]
    public int FewestLost { get; init; } = 5;
}

/// <summary>Whether a new model may take the place of the one in charge, by what both make of the control questions. Pure.</summary>
/// <param name="options">The margins.</param>
public sealed class ModelGate(ModelGateOptions options)
{
    /// <summary>Whether so many control questions say anything.</summary>
    public bool CanJudge(int questions) => questions >= 2 * options.FewestLost;

    /// <summary>Why the later model must not replace the earlier one, as sentences for editors; none where it may.</summary>
    public ImmutableArray<string> Objections(GoldenComparison comparison)
    {
        var lost = comparison.First.Before - comparison.First.Now;
        var gained = comparison.Wrong.Now - comparison.Wrong.Before;
        var objections = new List<string>(2);
        if (IsClear(lost, comparison.Now.Ours.Count, options.MaxFirstLoss))
        {
            objections.Add($"Верно угаданных вопросов {comparison.First.Now} из {comparison.Now.Ours.Count}, а было {comparison.First.Before}.");
        }

        if (IsClear(gained, comparison.Count, options.MaxWrongGain))
        {
            objections.Add($"Неверных ответов {comparison.Wrong.Now} из {comparison.Count}, а было {comparison.Wrong.Before}.");
        }

        return [.. objections];
    }

    private bool IsClear(int change, int of, double margin) => change >= options.FewestLost && change > margin * of;
}
