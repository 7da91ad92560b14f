using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Intents;

namespace Kb.Bot.Answers;

/// <summary>
/// Joins what the classifier and the search of articles think of a message: a log-linear pool of two opinions (G. Hinton, "Products of experts", 1999), in which
/// search speaks through the square of a kind's share of the best score. Pure.
/// </summary>
/// <param name="options">How much each opinion weighs.</param>
/// <param name="searched">The kinds that have articles. Of a turn of talk search can say as little as of what is not ours.</param>
internal sealed class JointGuess(AnswerOptions options, FrozenSet<string> searched)
{
    /// <summary>Less than this is no opinion any more, only rounding.</summary>
    private const double Least = 1e-7;

    /// <summary>Every intent again, with the confidence of both; best first, equal ones by ascending intent.</summary>
    /// <param name="ranking">Every intent with the classifier's confidence; what is missing from 1 is for what is not ours.</param>
    /// <param name="found">What search found; with nothing found the classifier's word stands.</param>
    public ImmutableArray<ScoredIntent> Of(ImmutableArray<ScoredIntent> ranking, ImmutableArray<FoundKind> found)
    {
        if (found.IsEmpty)
        {
            return ranking;
        }

        var shares = found.ToDictionary(kind => kind.Kind, kind => kind.Share, StringComparer.Ordinal);
        var foreign = Weight(1 - ranking.Sum(guess => guess.Confidence), options.ForeignShare);
        var weights = ranking.Select(guess => Weight(guess.Confidence, searched.Contains(guess.Intent) ? Math.Pow(shares.GetValueOrDefault(guess.Intent), 2) : options.ForeignShare)).ToArray();
        var total = weights.Sum() + foreign;
        return
        [
            .. ranking.Select((guess, i) => guess with { Confidence = weights[i] / total })
                .OrderByDescending(guess => guess.Confidence)
                .ThenBy(guess => guess.Intent, StringComparer.Ordinal),
        ];
    }

    private double Weight(double confidence, double share) =>
        Math.Pow(Math.Max(confidence, Least), options.GuessWeight) * Math.Exp(options.SearchWeight * share);
}
