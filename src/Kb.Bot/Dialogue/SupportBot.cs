using System.Diagnostics;
using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Explanations;
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
    /// <summary>Whoever writes so much has said it, in characters.</summary>
    private const int LongMessage = 80;

    private readonly CommandRecognizer _commands;
    private readonly MessageReader _reader;
    private readonly ReplyWriter _writer;
    private readonly Declining _declining;
    private readonly AnswerPolicy _policy;
    private readonly RequestFinder _requests;
    private readonly FormTalk _forms;
    private readonly TurnActions _actions;
    private readonly TextTurn _texts;
    private readonly MessageExplainer _explainer;

    private SupportBot(KnowledgeBase knowledge, IIntentClassifier classifier, AnswerOptions options)
    {
        Options = options;
        _commands = new CommandRecognizer(knowledge.Register.Commands);
        _reader = new MessageReader(_commands, LearnedPhrases.Of(knowledge), KnownWords.Of(knowledge), ForeignNames.Of(knowledge), MessageRepair.Of(knowledge), ArticleEvidence.Of(knowledge), classifier, options);
        _policy = new AnswerPolicy(knowledge, options);
        var writer = new ReplyWriter(new ReplyBook(knowledge.Phrases.Replies));
        _writer = writer;
        var handOver = new HandOver(writer, new HandoffSubject(knowledge, _reader, _policy));
        var sections = new ArticleSections(knowledge);
        _forms = new FormTalk(knowledge, writer, handOver, sections);
        _actions = new TurnActions(knowledge, writer, handOver, _forms, sections);
        _declining = Declining.Of(knowledge);
        _requests = new RequestFinder(_reader, _policy, _declining);
        _explainer = new MessageExplainer(knowledge, _reader, _policy, _requests, options);
        _texts = new TextTurn(
            _reader, _policy, _actions, writer, _forms,
            _requests, new FollowUps(knowledge, _reader, _policy), ChoiceWords.Of(knowledge));
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

    /// <summary>What would be done with a message at the beginning of a conversation, clauses and all, under other thresholds than its own.</summary>
    /// <param name="message">Of <see cref="Read"/>.</param>
    /// <param name="policy">Over the base of this bot.</param>
    /// <param name="who">Who asks.</param>
    internal Decision Decide(ReadMessage message, AnswerPolicy policy, Reader who) =>
        new RequestFinder(_reader, policy, _declining).Find(message.Utterance.Text, message, who, mayClarify: true).Decision;

    /// <summary>Takes one turn.</summary>
    /// <param name="state">The conversation so far.</param>
    /// <param name="input">What the student did.</param>
    /// <param name="context">Who they are, and when it is.</param>
    public DialogueTurn Turn(DialogueState state, StudentInput input, TurnContext context)
    {
        DialogueEvent happened = input switch
        {
            StudentInput.Text(var text) => new DialogueEvent.Wrote(text, context.Now),
            StudentInput.Press(var action) => new DialogueEvent.Pressed(action),
            _ => throw new UnreachableException(),
        };
        var script = new TurnScript(state, happened);
        if (!state.WithPerson || input is StudentInput.Press(ActionIds.Bot))
        {
            Play(script, input, context);
        }

        return script.End();
    }

    /// <summary>What to say at once to somebody who may harm themselves, even where people have the talk; null to everybody else.</summary>
    public string? Comfort(string text) => _commands.Read(Utterance.Read(text)).Command == TalkIds.Distress ? _writer.Comfort() : null;

    /// <summary>Whether a message only thanks, praises or says goodbye.</summary>
    public bool IsFarewell(string text) =>
        _policy.Decide(_reader.Read(Contacts.Without(text)), new Reader([], default), mayClarify: false) is Decision.Talk { Id: TalkIds.Thanks or TalkIds.Goodbye or TalkIds.Praise or TalkIds.Yes };

    /// <summary>What the bot would do with a message at the beginning of a conversation, with the evidence.</summary>
    public ClassifiedMessage Classify(string text, TurnContext context)
    {
        var plain = Contacts.Without(text);
        var message = _reader.Read(plain);
        var found = _requests.Find(plain, message, context.Reader, mayClarify: true);
        return ClassifiedMessage.From(found.Basis, found.Decision) with { Text = message.Utterance.Text };
    }

    /// <summary>The same with everything that led to it, for people who ask why.</summary>
    public MessageExplanation Explain(string text, TurnContext context) => _explainer.Explain(text, context);

    /// <summary>
    /// Whether more is likely to follow. Whole is what asks with a question mark, is long, is a command, or whose kind is sure; «пароль»
    /// alone is not, for «забыл» follows. What answers the bot's own question is never taken for a beginning.
    /// </summary>
    /// <param name="state">The conversation before it.</param>
    /// <param name="text">One message, or several in a row, a line each.</param>
    public MessageEnding EndingOf(DialogueState state, string text)
    {
        var utterance = Utterance.Read(text);
        if (utterance.Text.Length >= LongMessage || utterance.Text.EndsWith('?') || utterance.Text.Contains('@', StringComparison.Ordinal))
        {
            return MessageEnding.Whole;
        }

        var message = _reader.Read(Contacts.Without(text));
        var opens = message.Command.Command is TalkIds.Opening or TalkIds.Broken;
        if (message.Command.Command is not null && !opens)
        {
            return MessageEnding.Whole;
        }

        var breaksOff = Endings.BreaksOff(utterance);
        var isAnswer = state.Form is not null || state.Expecting is not (Expectation.Nothing or Expectation.Verdict);
        if (isAnswer && !breaksOff)
        {
            return utterance.Text.Contains(' ', StringComparison.Ordinal) && _policy.SureKind(message) is not null ? MessageEnding.Whole : MessageEnding.Open;
        }

        var isSure = !opens && !breaksOff && Endings.Says(utterance) && _policy.SureKind(message) is not null;
        return isSure ? MessageEnding.Whole : opens || breaksOff || (Endings.IsShort(utterance) && !IsRemark(message, state)) ? MessageEnding.Unfinished : MessageEnding.Open;
    }

    /// <summary>«Спасибо», «нет, не помогло»: short, and all there is to say.</summary>
    private bool IsRemark(ReadMessage message, DialogueState state) =>
        message.Utterance.IsEmpty
        || (message.Ranking is [{ Confidence: var confidence, Intent: var intent }, ..] && confidence >= Options.AnswerThreshold && _actions.KindOf(new KindId(intent)) is null
            && (intent != TalkIds.Greeting || state.Turns > 0));

    private void Play(TurnScript script, StudentInput input, TurnContext context)
    {
        switch (input)
        {
            case StudentInput.Text(var text):
                _texts.Play(script, text, context);
                break;
            case StudentInput.Press(ActionIds.Operator):
                _actions.CallPerson(script, null, context);
                break;
            case StudentInput.Press(ActionIds.Bot):
                // What was asked before is with people, or settled: nothing of it goes on.
                script.Say(new DialogueEvent.Restarted(), _writer.Say(context.OpenRequests.IsEmpty ? Wordings.Asked : Wordings.AskedBeside, script.Before));
                break;
            case StudentInput.Press(var action) when action.StartsWith(ActionIds.SayPrefix, StringComparison.Ordinal):
                _texts.Play(script, action[ActionIds.SayPrefix.Length..], context);
                break;
            case StudentInput.Press(ActionIds.Helped or ActionIds.NotHelped) when script.Before.Form is not null:
                _forms.Beside(script, new Decision.Talk(input is StudentInput.Press(ActionIds.Helped) ? TalkIds.Yes : TalkIds.No), "", context);
                break;
            case StudentInput.Press(ActionIds.Helped or ActionIds.NotHelped):
                _actions.Rate(script, input is StudentInput.Press(ActionIds.Helped), context);
                break;
            case StudentInput.Press(var action) when KindOfAction(action) is { } kind:
                Choose(script, kind, context);
                break;
            default:
                _actions.Act(script, new Decision.Refuse(RefusalReason.NotSure), context);
                break;
        }
    }

    /// <summary>A chosen kind is answered under the question that led to the choice; beside an unfinished request it does not push that away.</summary>
    private void Choose(TurnScript script, RequestKind kind, TurnContext context)
    {
        var decision = TurnActions.Chosen(_policy.DecideKind(kind, context.Reader, script.Before.Question));
        if (script.Before.Form is not null)
        {
            _forms.Beside(script, decision, kind.Name, context);
        }
        else
        {
            // Pressed without a word before: what it says on the button is the question that the next message goes on from.
            _actions.Act(script, decision, context, script.Before.Question ?? kind.Name);
        }
    }

    private RequestKind? KindOfAction(string action) =>
        action.StartsWith(ActionIds.KindPrefix, StringComparison.Ordinal) ? _actions.KindOf(new KindId(action[ActionIds.KindPrefix.Length..])) : null;
}
