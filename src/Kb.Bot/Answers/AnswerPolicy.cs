using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue;
using Kb.Bot.Intents;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Answers;

/// <summary>Decides what to do with a message that was read. Pure: the same message, person and day give the same decision.</summary>
/// <param name="knowledge">Kinds and articles.</param>
/// <param name="options">Thresholds.</param>
public sealed class AnswerPolicy(KnowledgeBase knowledge, AnswerOptions options)
{
    private const int MostChoices = 3;

    /// <summary>Beside the name of a service more than this share of the words must be the kind's.</summary>
    private const double MostlyTheirs = 0.5;

    private readonly ArticleChoice _articles = ArticleChoice.Of(knowledge);
    private readonly ArticleTitles _titles = ArticleTitles.Of(knowledge);

    /// <summary>Decides.</summary>
    /// <param name="message">What was understood.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="mayClarify">Whether the bot may ask back: never twice in a row.</param>
    public Decision Decide(ReadMessage message, Reader reader, bool mayClarify)
    {
        if (message.Utterance.IsEmpty)
        {
            return Temper.IsPleased(message.Utterance) ? OfTalk(TalkIds.Thanks)
                : Temper.IsDispleased(message.Utterance) ? OfTalk(TalkIds.No)
                : new Decision.Refuse(RefusalReason.NoWords);
        }

        if (message.Command.Command is { } command)
        {
            return OfTalk(command);
        }

        if (message.Learned is { } learned)
        {
            return OfIntent(learned, reader, message.Meant);
        }

        if (_titles.Find(message.Utterance, reader) is { } titled && KindOf(titled.Kind.Value) is { } named)
        {
            return DecideArticle(named, titled);
        }

        if (message.IsOutburst)
        {
            return new Decision.Refuse(RefusalReason.Outburst);
        }

        if (message is { Foreign: { } foreign, Ranking: not [] } && !(IsTalk(message.Ranking[0]) || IsOurs(foreign, message.Ranking[0].Intent)))
        {
            return new Decision.Refuse(RefusalReason.ForeignService);
        }

        if (message.Words.Coverage < options.MinCoverage)
        {
            return new Decision.Refuse(RefusalReason.ForeignWords);
        }

        return message.Ranking switch
        {
            [] => new Decision.Refuse(RefusalReason.NotSure),
            [var best, ..] when (!mayClarify && best.Confidence >= options.AnswerThreshold) || (IsAhead(message) && IsSureEnough(message) && !IsBareTopic(message, best)) => Supports(message, best)
                    ? Careful(OfIntent(best.Intent, reader, message.Meant), best)
                    : new Decision.Refuse(RefusalReason.ForeignWords),
            [var best, ..] when best.Confidence >= options.ClarifyThreshold && mayClarify && Choices(message) is { Length: > 1 } choices => new Decision.Clarify(choices),
            _ => new Decision.Refuse(RefusalReason.NotSure),
        };
    }

    /// <summary>Decides about a kind that is certain, because the student chose it from a list.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="text">The question, by which one of several articles is chosen; null when there is none.</param>
    public Decision DecideKind(RequestKind kind, Reader reader, string? text = null)
    {
        var quotable = knowledge.ArticlesOf(kind.Id, reader.Grants, reader.Today).RemoveAll(found => found.Faces.Short is null);
        var article = _articles.Best(quotable, text, reader.Grants);
        return DecideArticle(kind, article);
    }

    /// <summary>The kind that a message is likeliest about, however unsure; null for small talk.</summary>
    public RequestKind? LikeliestKind(ReadMessage message) => message.Ranking is [var best, ..] ? KindOf(best.Intent) : null;

    /// <summary>The kind that a message is about, when that much is sure; for a handoff that the student asked for.</summary>
    public RequestKind? SureKind(ReadMessage message) =>
        message.Ranking is [var best, ..] && best.Confidence >= options.AnswerThreshold && message.Words.Coverage >= options.MinCoverage
            && (message.Foreign is not { } foreign || IsOurs(foreign, best.Intent)) ? KindOf(best.Intent) : null;

    /// <summary>«Курс» alone is a topic: what a person would have to do about it is asked first.</summary>
    private bool IsBareTopic(ReadMessage message, ScoredIntent guess) =>
        guess.Confidence < options.CertainThreshold && !message.Utterance.Text.Contains(' ', StringComparison.Ordinal) && KindOf(guess.Intent)?.Answer == AnswerMode.Operator;

    /// <summary>A mistaken answer is read and forgotten; a mistaken handoff ends the talk and takes a person's time.</summary>
    private Decision Careful(Decision decision, ScoredIntent guess) =>
        decision is Decision.HandOff { Reason: HandoffReason.KindNeedsPerson } handOff && guess.Confidence < options.CertainThreshold ? handOff with { Consent = HandoffConsent.Needed } : decision;

    private static Decision DecideArticle(RequestKind kind, Article? article) => (kind.Answer, article) switch
    {
        (AnswerMode.Operator, _) => new Decision.HandOff(HandoffReason.KindNeedsPerson, kind, article),
        (_, { } found) => new Decision.Answer(kind, found),
        _ => new Decision.Refuse(RefusalReason.NoArticle, kind),
    };

    /// <summary>The confidence from which the best guess of a message is acted on.</summary>
    /// <remarks>
    /// Odds must outweigh the cost of a mistake (C. Elkan, "The foundations of cost-sensitive learning", 2001): twice the cost takes twice the odds.
    /// </remarks>
    public double ThresholdOf(ReadMessage message)
    {
        var odds = (KindOf(message.Ranking[0].Intent)?.Cost ?? 1) * options.AnswerThreshold / (1 - options.AnswerThreshold);
        return double.IsFinite(odds) ? odds / (1 + odds) : 1;
    }

    private bool IsAhead(ReadMessage message) =>
        message.Ranking is [_] || message.Ranking[0].Confidence - message.Ranking[1].Confidence >= options.AmbiguityMargin;

    private bool IsSureEnough(ReadMessage message) => message.Ranking[0].Confidence >= ThresholdOf(message);

    private Decision OfIntent(string intent, Reader reader, string text) => KindOf(intent) is { } kind ? DecideKind(kind, reader, text) : OfTalk(intent);

    private static Decision OfTalk(string id) => id switch
    {
        CommandIds.Operator => new Decision.HandOff(HandoffReason.Asked),
        TalkIds.Distress => new Decision.HandOff(HandoffReason.Distress),
        _ => new Decision.Talk(id),
    };

    /// <summary>Whether the words of a message speak for a guess, and not its letters alone.</summary>
    private bool Supports(ReadMessage message, ScoredIntent guess)
    {
        if (KindOf(guess.Intent) is null)
        {
            return message.Words.WholeCoverageBy(guess.Intent) + guess.Confidence >= options.MinTalkEvidence;
        }

        if (message.Words.Count == 0 && guess.Confidence < options.CertainThreshold)
        {
            return false; // «Раз раз», «я», «ааа»: nothing that a kind could be about.
        }

        var coverage = message.Words.CoverageBy(guess.Intent);
        return coverage >= options.MinKindCoverage || (coverage >= options.MinKindCoverageFound && guess == message.Ranking[0] && message.IsFound);
    }

    /// <summary>An article of the kind names the service, and the rest of the message is about that kind: «chatgpt не открывается» is not about homework.</summary>
    internal static bool IsOurs(ForeignMention foreign, string intent) => foreign.KnownTo.Contains(intent) && foreign.Rest.CoverageBy(intent) > MostlyTheirs;

    /// <summary>What to ask back about. A likely guess without a rival is offered beside the next best: a choice costs the student a click, a refusal the answer.</summary>
    private ImmutableArray<RequestKind> Choices(ReadMessage message)
    {
        var supported = message.Ranking
            .Where(guess => KindOf(guess.Intent) is not null && Supports(message, guess))
            .ToImmutableArray();
        var rivals = supported.Count(guess => guess.Confidence >= message.Ranking[0].Confidence * options.ChoiceShare);
        var asked = rivals == 1 && supported[0].Confidence >= options.ConfirmThreshold ? 2 : Math.Min(rivals, MostChoices);
        return [.. supported.Take(asked).Select(guess => KindOf(guess.Intent)!)];
    }

    private bool IsTalk(ScoredIntent guess) => KindOf(guess.Intent) is null && guess.Confidence >= options.AnswerThreshold;

    private RequestKind? KindOf(string intent) => knowledge.Register.Kinds.GetValueOrDefault(new KindId(intent));
}

/// <summary>For whom and when an answer is sought.</summary>
/// <param name="Grants">What the person holds (see <see cref="ArticleAccess"/>).</param>
/// <param name="Today">The day in the school's time zone.</param>
public readonly record struct Reader(FrozenSet<string> Grants, DateOnly Today);
