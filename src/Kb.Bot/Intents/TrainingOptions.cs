using System.ComponentModel.DataAnnotations;

namespace Kb.Bot.Intents;

/// <summary>How the classifier is trained. The defaults were chosen on the development parts of public sets (nlu-ru, banking77, clinc150).</summary>
public sealed record TrainingOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "Kb:Bot:Training";

    /// <summary>What chance starts from: first weights, order of phrases; the same seed gives the same model.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Passes over the phrases.</summary>
    /// <value>1 to 100; 10 by default: two more are worth a tenth of a point on the development sets, and a sixth of the time.</value>
    [Range(1, 100)]
    public int Passes { get; init; } = 10;

    /// <summary>Networks that are trained side by side and averaged.</summary>
    /// <value>1 to 8; 3 by default: the second adds half a point, the next two together as much again.</value>
    [Range(1, 8)]
    public int Networks { get; init; } = 3;

    /// <summary>Hidden units of each network.</summary>
    /// <value>16 to 1,024; 256 by default: with 128, a point is lost where phrases are few, and four networks of 192 are no better than two of 256.</value>
    [Range(16, 1_024)]
    public int Hidden { get; init; } = 256;

    /// <summary>In how many phrases letters in a row, or a pair of stems, must occur to be a feature; in more where there are many thousands of phrases.</summary>
    /// <value>1 to 10; 2 by default: half of the memory, and near foreign messages are refused more often, for the same accuracy.</value>
    [Range(1, 10)]
    public int MinPhrases { get; init; } = 2;
}

/// <summary>How far a training is.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Phrases">How many phrases it learns from.</param>
public readonly record struct TrainingProgress(double Share, int Phrases);
