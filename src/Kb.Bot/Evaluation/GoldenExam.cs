using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Content;
using Kb.Content.Golden;

namespace Kb.Bot.Evaluation;

/// <summary>
/// Puts golden questions to a bot, each at the beginning of a conversation. Messages are read once; deciding costs little, so that
/// thresholds can be tried.
/// </summary>
public sealed class GoldenExam
{
    private readonly KnowledgeBase _knowledge;
    private readonly SupportBot _bot;
    private readonly Reader _reader;
    private readonly ImmutableArray<(GoldenQuestion Question, ReadMessage Message)> _read;

    /// <param name="knowledge">The base of the bot.</param>
    /// <param name="bot">Who is examined.</param>
    /// <param name="questions">Of one half; never both, see <see cref="GoldenQuestions"/>.</param>
    /// <param name="reader">Who asks.</param>
    public GoldenExam(KnowledgeBase knowledge, SupportBot bot, IEnumerable<GoldenQuestion> questions, Reader reader)
    {
        _knowledge = knowledge;
        _bot = bot;
        _reader = reader;
        _read = [.. questions.Select(question => (question, bot.Read(question.Text)))];
    }

    /// <summary>Judges every question under some thresholds.</summary>
    public ImmutableArray<JudgedQuestion> Judge(AnswerOptions options)
    {
        var policy = new AnswerPolicy(_knowledge, options);
        return [.. _read.Select(entry => new JudgedQuestion(entry.Question, entry.Message, _bot.Decide(entry.Message, policy, _reader)))];
    }

    /// <summary>What other thresholds would give: one point for every twentieth from 0.2 to 0.95, ascending.</summary>
    public ImmutableArray<CurvePoint> Curve(AnswerOptions options) =>
    [
        .. Enumerable.Range(4, 16)
            .Select(twentieth => twentieth / 20.0)
            .Select(threshold => new CurvePoint(
                threshold,
                GoldenReport.Of(_knowledge, Judge(options with { AnswerThreshold = threshold, ClarifyThreshold = Math.Min(threshold, options.ClarifyThreshold) })))),
    ];
}

/// <summary>One point of the curve.</summary>
/// <param name="Threshold">Of <see cref="AnswerOptions.AnswerThreshold"/>.</param>
/// <param name="Report">What it gives.</param>
public sealed record CurvePoint(double Threshold, GoldenReport Report);
