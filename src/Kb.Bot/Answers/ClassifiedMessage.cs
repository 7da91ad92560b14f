using System.Collections.Immutable;
using System.Diagnostics;
using Kb.Bot.Intents;
using Kb.Content.Articles;

namespace Kb.Bot.Answers;

/// <summary>What the bot makes of one message, for programs and for people who ask why.</summary>
/// <param name="Text">The message as it came in, cleaned.</param>
/// <param name="Decision"><c>answer</c>, <c>clarify</c>, <c>refuse</c>, <c>handoff</c> or <c>talk</c>.</param>
/// <param name="Kind">The best request kind, talk turn or command of the message, or of the clause that decided, whatever the decision; null when there is none.</param>
/// <param name="Confidence">Calibrated, 0 to 1; 1 for a command.</param>
/// <param name="Candidates">Up to 5 guesses, best first.</param>
/// <param name="Articles">Articles that the bot would quote.</param>
/// <param name="Coverage">Share of the message's content words that the base knows.</param>
public sealed record ClassifiedMessage(
    string Text,
    string Decision,
    string? Kind,
    double Confidence,
    ImmutableArray<ScoredIntent> Candidates,
    ImmutableArray<ArticleId> Articles,
    double Coverage)
{
    /// <summary>Why it was refused; null when it was not.</summary>
    public RefusalReason? Refusal { get; private init; }

    /// <summary>The other school or service that the message is about; null when it is about none.</summary>
    public string? Foreign { get; private init; }

    internal static ClassifiedMessage From(ReadMessage message, Decision decision)
    {
        // «👍» has no guess, and still is a turn of talk.
        var best = BestGuess(message) ?? (decision is Answers.Decision.Talk(var talk) ? new ScoredIntent(talk, 1) : null);
        return new ClassifiedMessage(
            message.Utterance.Text,
            NameOf(decision),
            best?.Intent,
            best?.Confidence ?? 0,
            message.Ranking,
            decision switch
            {
                Answers.Decision.Answer(_, var article) => [article.Id],
                Answers.Decision.HandOff { Article: { } article } => [article.Id],
                _ => [],
            },
            message.Words.Coverage)
        {
            Refusal = (decision as Answers.Decision.Refuse)?.Reason,
            Foreign = message.Foreign?.Name,
        };
    }

    private static ScoredIntent? BestGuess(ReadMessage message) => message switch
    {
        { Command.Command: { } command } => new ScoredIntent(command, 1),
        { Utterance.IsEmpty: false, Ranking: [var best, ..] } => best,
        _ => null,
    };

    private static string NameOf(Decision decision) => decision switch
    {
        Answers.Decision.Answer => "answer",
        Answers.Decision.Clarify => "clarify",
        Answers.Decision.Refuse => "refuse",
        Answers.Decision.HandOff => "handoff",
        Answers.Decision.Talk => "talk",
        _ => throw new UnreachableException(),
    };
}
