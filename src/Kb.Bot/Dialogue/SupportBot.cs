using System.Collections.Immutable;
using System.Diagnostics;
using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Bot.Intents;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>
/// The bot over one base and one model. A turn is a pure function: the same state, input and context give the same reply, events and
/// effects. Immutable, thread-safe; a new base or model is a new bot that the host swaps in.
/// </summary>
public sealed class SupportBot
{
    private readonly KnowledgeBase _knowledge;
    private readonly MessageReader _reader;
    private readonly AnswerPolicy _policy;
    private readonly ReplyWriter _writer;

    private SupportBot(KnowledgeBase knowledge, IIntentClassifier classifier, AnswerOptions options)
    {
        _knowledge = knowledge;
        Options = options;
        _reader = new MessageReader(new CommandRecognizer(knowledge.Register.Commands), KnownWords.Of(knowledge), classifier);
        _policy = new AnswerPolicy(knowledge, options);
        _writer = new ReplyWriter(new ReplyBook(knowledge.Phrases.Replies));
    }

    /// <summary>Puts a bot together.</summary>
    /// <param name="knowledge">What it answers from.</param>
    /// <param name="classifier">Trained on the phrases of that base.</param>
    /// <param name="options">Thresholds.</param>
    public static SupportBot Create(KnowledgeBase knowledge, IIntentClassifier classifier, AnswerOptions options) => new(knowledge, classifier, options);

    /// <summary>The thresholds in force.</summary>
    public AnswerOptions Options { get; }

    /// <summary>Everything that is understood of a message, before anything is decided.</summary>
    public ReadMessage Read(string text) => _reader.Read(text);

    /// <summary>Takes one turn.</summary>
    /// <param name="state">The conversation so far.</param>
    /// <param name="input">What the student did.</param>
    /// <param name="context">Who they are, and when it is.</param>
    public DialogueTurn Turn(DialogueState state, StudentInput input, TurnContext context)
    {
        DialogueEvent happened = input switch
        {
            StudentInput.Text(var text) => new DialogueEvent.Wrote(text),
            StudentInput.Press(var action) => new DialogueEvent.Pressed(action),
            _ => throw new UnreachableException(),
        };
        var script = new TurnScript(state, happened);
        if (!state.WithPerson)
        {
            Play(script, input, context);
        }

        return script.End();
    }

    /// <summary>What the bot would do with a message at the beginning of a conversation, with the evidence.</summary>
    public ClassifiedMessage Classify(string text, TurnContext context)
    {
        var message = _reader.Read(text);
        return ClassifiedMessage.From(message, _policy.Decide(message, context.Reader, mayClarify: true));
    }

    private void Play(TurnScript script, StudentInput input, TurnContext context)
    {
        switch (input)
        {
            case StudentInput.Text(var text):
                OnText(script, _reader.Read(text), context);
                break;
            case StudentInput.Press(ActionIds.Operator):
                HandOff(script, new Decision.HandOff(HandoffReason.Asked, KindOf(script.Before.Kind)), context);
                break;
            case StudentInput.Press(ActionIds.Helped):
                Rate(script, helped: true, context);
                break;
            case StudentInput.Press(ActionIds.NotHelped):
                Rate(script, helped: false, context);
                break;
            case StudentInput.Press(var action) when KindOfAction(action) is { } kind:
                Act(script, _policy.DecideKind(kind, context.Reader), context);
                break;
            default:
                Act(script, new Decision.Refuse(RefusalReason.NotSure), context);
                break;
        }
    }

    private void OnText(TurnScript script, ReadMessage message, TurnContext context)
    {
        var before = script.Before;
        var decision = _policy.Decide(message, context.Reader, mayClarify: before.Expecting != Expectation.Choice);
        switch (before.Expecting, decision)
        {
            case (_, Decision.HandOff { Reason: HandoffReason.Asked }):
                HandOff(script, new Decision.HandOff(HandoffReason.Asked, _policy.SureKind(message) ?? KindOf(before.Kind)), context);
                break;
            case (Expectation.TicketText, not Decision.Talk) when !message.Utterance.IsEmpty:
                HandOff(script, new Decision.HandOff(HandoffReason.TicketRequested, _policy.SureKind(message)), context);
                break;
            case (Expectation.Verdict, Decision.Talk { Id: TalkIds.Yes }):
                Rate(script, helped: true, context);
                break;
            case (Expectation.Verdict, Decision.Talk { Id: TalkIds.No }):
                Rate(script, helped: false, context);
                break;
            case (Expectation.Consent, Decision.Talk { Id: TalkIds.Yes }):
                HandOff(script, new Decision.HandOff(HandoffReason.Asked, KindOf(before.Kind)), context);
                break;
            case (Expectation.Consent, Decision.Talk { Id: TalkIds.No }):
                script.Say(new DialogueEvent.Talked(TalkIds.No), _writer.Declined(before));
                break;
            default:
                Act(script, decision, context);
                break;
        }
    }

    private void Act(TurnScript script, Decision decision, TurnContext context)
    {
        switch (decision)
        {
            case Decision.Answer answer:
                script.Say(new DialogueEvent.Answered(answer.Kind.Id, answer.Article.Id), _writer.Answer(answer, script.Before));
                break;
            case Decision.Clarify clarify:
                script.Say(new DialogueEvent.Clarified([.. clarify.Between.Select(kind => kind.Id)]), _writer.Clarify(clarify, script.Before));
                break;
            case Decision.Refuse refuse:
                script.Say(new DialogueEvent.Refused(refuse.Reason), _writer.Refuse(refuse, script.Before));
                break;
            case Decision.HandOff handOff:
                HandOff(script, handOff, context);
                break;
            case Decision.Talk(var id):
                script.Say(new DialogueEvent.Talked(id), _writer.Talk(id, script.Before));
                if (id == CommandIds.TicketStatus)
                {
                    script.Do(new BotEffect.ShowTickets());
                }

                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Rate(TurnScript script, bool helped, TurnContext context)
    {
        var secondMiss = !helped && !script.Before.Rejected.IsEmpty;
        var reply = secondMiss ? null : _writer.Rated(helped, script.Before);
        script.Say(new DialogueEvent.Rated(helped), reply);
        if (secondMiss)
        {
            // Two answers in vain: a third guess would only cost the student time.
            HandOff(script, new Decision.HandOff(HandoffReason.NotHelped, KindOf(script.Before.Kind)), context);
        }
    }

    private void HandOff(TurnScript script, Decision.HandOff handOff, TurnContext context)
    {
        var packet = HandoffPacket.Of(script.Now, handOff);
        script.Say(new DialogueEvent.HandedOff(handOff.Reason, handOff.Kind?.Id), _writer.HandOff(handOff, script.Before, context.PersonPromise));
        script.Do(packet);
    }

    private RequestKind? KindOfAction(string action) =>
        action.StartsWith(ActionIds.KindPrefix, StringComparison.Ordinal) ? KindOf(new KindId(action[ActionIds.KindPrefix.Length..])) : null;

    private RequestKind? KindOf(KindId? id) => id is { } known ? _knowledge.Register.Kinds.GetValueOrDefault(known) : null;
}

/// <summary>The turns of talk whose meaning depends on what the bot asked.</summary>
internal static class TalkIds
{
    public const string Yes = "yes";
    public const string No = "no";
}
