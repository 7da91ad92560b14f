using System.ComponentModel.DataAnnotations;

namespace Kb.Bot.Answers;

/// <summary>When the bot answers, asks back, refuses or calls a person.</summary>
public sealed record AnswerOptions : IValidatableObject
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "Kb:Bot:Answers";

    /// <summary>Confidence from which the best guess is acted on without asking, for a kind of cost 1.</summary>
    /// <value>0 to 1; 0.7 by default: of the golden questions (dev half) the easy fifth is answered wrongly once in sixty, the hard rest once in twenty-three; «kb eval» shows the curve.</value>
    [Range(0.0, 1.0)]
    public double AnswerThreshold { get; init; } = 0.7;

    /// <summary>
    /// Confidence that leaves no doubt: from it on a request that a person works on is passed on without asking «Передать?» first, where nothing else is left to ask,
    /// a single word begins such a request, and a message without a word of content is taken for a kind.
    /// </summary>
    /// <value>0 to 1; 0.9 by default: of the requests among the golden questions (dev half) one in nine is wrong between the answer threshold and it, and one in sixty above.</value>
    [Range(0.0, 1.0)]
    public double CertainThreshold { get; init; } = 0.9;

    /// <summary>How much the classifier's logarithm of a probability weighs beside the search of articles; below 1, a sure guess is doubted a little.</summary>
    /// <value>
    /// 0 to 2; 0.85 by default. This, <see cref="SearchWeight"/> and <see cref="ForeignShare"/> together make the right answers to the golden questions (dev half)
    /// likeliest.
    /// </value>
    [Range(0.0, 2.0)]
    public double GuessWeight { get; init; } = 0.85;

    /// <summary>How much what search finds weighs: the kind of the best article is e to this power times likelier. 0 asks search nothing.</summary>
    /// <value>0 to 10; 2.75 by default.</value>
    [Range(0.0, 10.0)]
    public double SearchWeight { get; init; } = 2.75;

    /// <summary>The share of the best score, squared, that search is taken to find for what is not ours and for turns of talk: something is found for every message.</summary>
    /// <value>0 to 1; 0.9 by default.</value>
    [Range(0.0, 1.0)]
    public double ForeignShare { get; init; } = 0.9;

    /// <summary>How far the best guess must lead the second; closer ones are asked about.</summary>
    /// <value>0 to 1; 0.2 by default.</value>
    [Range(0.0, 1.0)]
    public double AmbiguityMargin { get; init; } = 0.2;

    /// <summary>Confidence of the best guess from which it is worth a clarifying question; below it the bot refuses.</summary>
    /// <value>0 to <see cref="AnswerThreshold"/>; 0.4 by default: below it what is not ours is asked about as often as what is.</value>
    [Range(0.0, 1.0)]
    public double ClarifyThreshold { get; init; } = 0.4;

    /// <summary>The least confidence, relative to the best guess, with which a kind is among the choices of a clarifying question.</summary>
    /// <value>0 to 1; 0.15 by default.</value>
    [Range(0.0, 1.0)]
    public double ChoiceShare { get; init; } = 0.15;

    /// <summary>Confidence from which a guess that is not sure enough and has no rival is asked about all the same, beside the next best.</summary>
    /// <value>0 to 1; 0.5 by default.</value>
    [Range(0.0, 1.0)]
    public double ConfirmThreshold { get; init; } = 0.5;

    /// <summary>Share of a message's content words that the base must know; below it no confidence counts.</summary>
    /// <value>0 to 1; 0.5 by default: of «рецепт борща для студента» one word in three is ours.</value>
    [Range(0.0, 1.0)]
    public double MinCoverage { get; init; } = 0.5;

    /// <summary>Share of a message's content words that phrases or articles of the guessed kind must use.</summary>
    /// <value>
    /// 0 to 1; 0.34 by default, more than one in three: refuses half as many of our own questions as it stops wrong answers to foreign ones
    /// («мобильность лицензий Windows Server»).
    /// </value>
    [Range(0.0, 1.0)]
    public double MinKindCoverage { get; init; } = 0.34;

    /// <summary>The same where search finds an article of the guessed kind first.</summary>
    /// <value>0 to <see cref="MinKindCoverage"/>; 0.2 by default: one word in five, and the article has the others.</value>
    [Range(0.0, 1.0)]
    public double MinKindCoverageFound { get; init; } = 0.2;

    /// <summary>Least sum of confidence and share of the message's words that the guessed turn of talk must reach.</summary>
    /// <value>
    /// 0 to 2; 1.5 by default: «ты видишь суслика» shares two words with «ты кто», and «вы мне весь день спасли» is thanks all the same.
    /// </value>
    [Range(0.0, 2.0)]
    public double MinTalkEvidence { get; init; } = 1.5;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClarifyThreshold > AnswerThreshold)
        {
            yield return new ValidationResult(
                $"{Section}: ClarifyThreshold ({ClarifyThreshold}) must not exceed AnswerThreshold ({AnswerThreshold}).",
                [nameof(ClarifyThreshold), nameof(AnswerThreshold)]);
        }
    }
}
