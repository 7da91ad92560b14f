using System.ComponentModel.DataAnnotations;

namespace Kb.Bot.Intents;

/// <summary>How the classifier is trained. The defaults were chosen on the development parts of public sets (nlu-ru, banking77, clinc150).</summary>
public sealed record TrainingOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "Kb:Bot:Training";

    /// <summary>Order in which phrases are visited; the same seed gives the same model.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How closely the phrases are fitted: the inverse of the L2 penalty.</summary>
    /// <value>0.1 to 1,000; 20 by default: accuracy is flat from 10 to 40.</value>
    [Range(0.1, 1_000)]
    public float Strength { get; init; } = 20;

    /// <summary>Passes over the phrases.</summary>
    /// <value>1 to 100; 10 by default: more changes no ranking on the development sets.</value>
    [Range(1, 100)]
    public int Passes { get; init; } = 10;

    /// <summary>In how many phrases letters in a row must occur to be a feature.</summary>
    /// <value>1 to 10; 2 by default: a quarter less memory, the same accuracy.</value>
    [Range(1, 10)]
    public int MinLetterPhrases { get; init; } = 2;
}

/// <summary>How far a training is.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Phrases">How many phrases it learns from.</param>
public readonly record struct TrainingProgress(double Share, int Phrases);
