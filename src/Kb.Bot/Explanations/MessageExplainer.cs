using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Intents;
using Kb.Content;
using Kb.Content.Register;

namespace Kb.Bot.Explanations;

/// <summary>Retraces a decision with the very objects that took it; decides nothing itself.</summary>
internal sealed class MessageExplainer(KnowledgeBase knowledge, MessageReader reader, AnswerPolicy policy, RequestFinder requests, AnswerOptions options)
{
    /// <summary>More words are not shown one by one.</summary>
    private const int MostWords = 60;

    /// <summary>Explains a message as if it opened a conversation.</summary>
    public MessageExplanation Explain(string text, TurnContext context)
    {
        var plain = Contacts.Without(text);
        var message = reader.Read(plain);
        var found = requests.Find(plain, message, context.Reader, mayClarify: true);
        var outcome = ClassifiedMessage.From(message, found.Decision);
        return new MessageExplanation(
            ClassifiedMessage.From(message, policy.Decide(message, context.Reader, mayClarify: true)),
            outcome.Decision,
            KindOf(found.Decision),
            [.. message.Ranking.Select(guess => new ExplainedGuess(guess.Intent, NameOf(guess.Intent), guess.Confidence, message.Words.CoverageBy(guess.Intent)))],
            Checks(message),
            Words(message),
            [.. Segment.Of(plain).Select(Clause)]);
    }

    private ImmutableArray<DecisionCheck> Checks(ReadMessage message)
    {
        if (message.Command.Command is { } command)
        {
            return [new DecisionCheck("command", $"Команда «{NameOf(command)}»: других проверок не нужно", 1, 1)];
        }

        if (message.Learned is { } learned)
        {
            return [new DecisionCheck("learned", $"Бот учил эту фразу слово в слово: «{NameOf(learned)}»", 1, 1)];
        }

        return message.Foreign is { } foreign
            ? [new DecisionCheck("our-service", $"Речь о другом сервисе («{foreign.Name}»), есть ли о нём статья", message.Ranking is [var guess, ..] && AnswerPolicy.IsOurs(foreign, guess.Intent) ? 1 : 0, 1), .. CheckedWords(message)]
            : CheckedWords(message);
    }

    private ImmutableArray<DecisionCheck> CheckedWords(ReadMessage message)
    {
        var coverage = new DecisionCheck("known-words", "Доля слов, которые база знает", message.Words.Coverage, options.MinCoverage);
        if (message.Ranking is not [var best, .. var rest])
        {
            return [coverage];
        }

        var lead = new DecisionCheck("lead", "Отрыв от второй догадки", best.Confidence - (rest.IsEmpty ? 0 : rest[0].Confidence), options.AmbiguityMargin);
        return [coverage, new DecisionCheck("confidence", "Уверенность в лучшей догадке", best.Confidence, policy.ThresholdOf(message)), lead, .. Support(message, best)];
    }

    private ImmutableArray<DecisionCheck> Support(ReadMessage message, ScoredIntent best)
    {
        if (!knowledge.Register.Kinds.ContainsKey(new KindId(best.Intent)))
        {
            return [new DecisionCheck("talk-words", "Слова реплики вместе с уверенностью", message.Words.WholeCoverageBy(best.Intent) + best.Confidence, options.MinTalkEvidence)];
        }

        return
        [
            // Not a bound: it moves the confidence, and the bound of words.
            new DecisionCheck("search", "Поиск первой находит статью об этом вопросе", message.IsFound ? 1 : 0, 0),
            new DecisionCheck("kind-words", "Доля слов, которыми говорят об этом вопросе", message.Words.CoverageBy(best.Intent), message.IsFound ? options.MinKindCoverageFound : options.MinKindCoverage),
        ];
    }

    private ImmutableArray<ExplainedWord> Words(ReadMessage message)
    {
        var best = message.Ranking is [var guess, ..] ? guess.Intent : "";
        return
        [
            .. Commands.Clause.Words(message.Utterance.Text)
                .Where(word => word.Length > 0)
                .Take(MostWords)
                .Select(word => (Word: word, reader.Read(word).Words))
                .Select(read => new ExplainedWord(read.Word, read.Words.Coverage > 0, read.Words.WholeCoverageBy(best) > 0)),
        ];
    }

    private ExplainedClause Clause(Segment segment)
    {
        var message = reader.Read(segment.Text);
        return message.Ranking is [var best, ..] && !message.Utterance.IsEmpty
            ? new ExplainedClause(segment.Text, segment.Asks, segment.Denied, NameOf(best.Intent), best.Confidence)
            : new ExplainedClause(segment.Text, segment.Asks, segment.Denied, null, 0);
    }

    private static string? KindOf(Decision decision) => decision switch
    {
        Decision.Answer(var kind, _) => kind.Id.Value,
        Decision.HandOff { Kind: { } kind } => kind.Id.Value,
        Decision.Refuse { Kind: { } kind } => kind.Id.Value,
        Decision.Talk(var id) => id,
        Decision.HandOff => CommandIds.Operator,
        _ => null,
    };

    private string NameOf(string intent) =>
        knowledge.Register.Kinds.TryGetValue(new KindId(intent), out var kind) ? kind.Name
        : knowledge.Register.Talk.FirstOrDefault(turn => turn.Id == intent)?.Name
        ?? knowledge.Register.Commands.FirstOrDefault(command => command.Id == intent)?.Name
        ?? intent;
}
