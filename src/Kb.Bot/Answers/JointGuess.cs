using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

    private readonly double _weightOfLeast = Math.Pow(Least, options.GuessWeight);

    /// <summary>Every intent again, with the confidence of both; best first, equal ones by ascending intent.</summary>
    /// <param name="ranking">Every intent with the classifier's confidence; what is missing from 1 is for what is not ours.</param>
    /// <param name="found">What search found; with nothing found the classifier's word stands.</param>
    public ImmutableArray<ScoredIntent> Of(ImmutableArray<ScoredIntent> ranking, ImmutableArray<FoundKind> found)
    {
        if (found.IsEmpty)
        {
            return ranking;
        }

        var shares = new Dictionary<string, double>(found.Length, StringComparer.Ordinal);
        foreach (var (kind, share) in found)
        {
            shares[kind] = share;
        }

        var joint = ranking.ToArray();
        foreach (ref var guess in joint.AsSpan())
        {
            guess = guess with { Confidence = Weight(guess.Confidence, searched.Contains(guess.Intent) ? Math.Pow(shares.GetValueOrDefault(guess.Intent), 2) : options.ForeignShare) };
        }

        var total = joint.Sum(guess => guess.Confidence) + Weight(1 - ranking.Sum(guess => guess.Confidence), options.ForeignShare);
        foreach (ref var guess in joint.AsSpan())
        {
            guess = guess with { Confidence = guess.Confidence / total };
        }

        Array.Sort(joint, static (one, other) => other.Confidence.CompareTo(one.Confidence) is not 0 and var order ? order : string.CompareOrdinal(one.Intent, other.Intent));
        return ImmutableCollectionsMarshal.AsImmutableArray(joint);
    }

    private double Weight(double confidence, double share) =>
        (confidence > Least ? Math.Pow(confidence, options.GuessWeight) : _weightOfLeast) * (share == 0 ? 1 : Math.Exp(options.SearchWeight * share));
}
