using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Forms;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>What the bot remembers of a conversation: nothing but a fold over its events. Immutable.</summary>
public sealed record DialogueState
{
    /// <summary>How many messages are kept to look up what was said already.</summary>
    private const int Memory = 6;

    /// <summary>A conversation in which nothing happened.</summary>
    public static DialogueState Fresh { get; } = new();

    /// <summary>Whether a person has the conversation; then the bot is silent until the student turns to it.</summary>
    public bool WithPerson { get; private init; }

    /// <summary>What the bot's last message asks for.</summary>
    public Expectation Expecting { get; private init; }

    /// <summary>The message that the student wrote last; null when there is none.</summary>
    public string? LastMessage { get; private init; }

    /// <summary>The open question in the student's words, which the packet for a person begins with; null when there is none.</summary>
    public string? Question { get; private init; }

    /// <summary>The kind that was answered last; null when there is none.</summary>
    public KindId? Kind { get; private init; }

    /// <summary>The article that was quoted last; null when there is none.</summary>
    public ArticleId? Article { get; private init; }

    /// <summary>Articles that were quoted, in order.</summary>
    public ImmutableArray<ArticleId> Shown { get; private init; } = [];

    /// <summary>Articles that did not help.</summary>
    public ImmutableArray<ArticleId> Rejected { get; private init; } = [];

    /// <summary>The last few messages about the open question, the oldest first: what stands in them is not asked again.</summary>
    public ImmutableArray<string> Said { get; private init; } = [];

    /// <summary>The kinds that the last clarifying question offered, in order; of an earlier one too while nothing else was asked.</summary>
    public ImmutableArray<KindId> Choices { get; private init; } = [];

    /// <summary>Requests of the student's messages that wait until the first one is settled.</summary>
    public ImmutableArray<KindId> Waiting { get; private init; } = [];

    /// <summary>Turns of the bot since one of <see cref="Waiting"/> was named or taken: who goes on to something else has forgotten them.</summary>
    public int WaitingTurns { get; private init; }

    /// <summary>The request that is being written down; null when there is none.</summary>
    public RequestForm? Form { get; private init; }

    /// <summary>The request that was put aside last, to be gone on with when the student wants; null when there is none.</summary>
    public RequestForm? Aside { get; private init; }

    /// <summary>When the student wrote last; null when nobody knows.</summary>
    public DateTimeOffset? LastAt { get; private init; }

    /// <summary>How often the last article was the answer again, to a question that went on from nothing.</summary>
    public int Repeats { get; private init; }

    /// <summary>Refusals in a row.</summary>
    public int Refusals { get; private init; }

    /// <summary>Turns of the bot, for replies that take turns.</summary>
    public int Turns { get; private init; }

    /// <summary>The state after a whole conversation.</summary>
    public static DialogueState After(IEnumerable<DialogueEvent> events) => events.Aggregate(Fresh, (state, happened) => state.With(happened));

    /// <summary>The state after one more event.</summary>
    public DialogueState With(DialogueEvent happened) => happened switch
    {
        DialogueEvent.Wrote(var text, var at) => this with { LastMessage = text, LastAt = at, Said = [.. Said.TakeLast(Memory - 1), text] },
        DialogueEvent.Pressed => this,
        DialogueEvent.Answered answered => WithAnswer(answered),
        DialogueEvent.Clarified(var between) => Spoke(Expectation.Choice) with { Question = LastMessage, Choices = between, Refusals = 0 },
        DialogueEvent.Refused(var reason, var question) => Spoke(ExpectedAfter(reason)) with { Question = Form is null ? question ?? LastMessage : Question, Refusals = Refusals + 1 },
        DialogueEvent.Talked(var id) => Spoke(ExpectedAfter(id)),
        DialogueEvent.Rated(true) => Spoke(Expectation.Nothing) with { Question = null, Said = [] },
        DialogueEvent.Rated(false) => Spoke(Expectation.Consent) with
        {
            Rejected = Article is { } article && !Rejected.Contains(article) ? Rejected.Add(article) : Rejected,
        },
        DialogueEvent.HandedOff => Spoke(Expectation.Nothing) with { WithPerson = true, Form = null },
        // What was settled with a person is not asked again.
        DialogueEvent.Returned or DialogueEvent.Restarted => Fresh with { Turns = Turns + (happened is DialogueEvent.Restarted ? 1 : 0) },
        DialogueEvent.Noticed(var kinds) => this with { Waiting = [.. Waiting.Concat(kinds).Distinct()], WaitingTurns = 0 },
        DialogueEvent.FormOpened(var kind, var article, var question) => this with
        {
            Form = new RequestForm(kind, article, question),
            Question = question,
            Kind = kind,
            Waiting = Waiting.Remove(kind),
            Aside = Aside?.Kind == kind ? null : Aside,
            Refusals = 0,
        },
        DialogueEvent.FormPutAside => Form is null ? this : this with
        {
            Form = null,
            Aside = Form,
            Waiting = [.. Waiting.Remove(Form.Kind), Form.Kind],
            WaitingTurns = 0,
            Question = null,
            Kind = null,
        },
        DialogueEvent.FormCancelled => Spoke(Expectation.Nothing) with { Form = null, Question = null, Said = [] },
        _ => WithForm(happened),
    };

    private DialogueState WithAnswer(DialogueEvent.Answered answered)
    {
        var now = Spoke(Expectation.Verdict) with
        {
            Article = answered.Article,
            Repeats = Article != answered.Article ? 0 : answered.Question is null ? Repeats + 1 : Repeats,
            Shown = Shown.Contains(answered.Article) ? Shown : Shown.Add(answered.Article),
            Waiting = Waiting.Remove(answered.Kind),
            WaitingTurns = Waiting.Contains(answered.Kind) ? 0 : WaitingTurns + 1,
            Refusals = 0,
        };
        // An answer beside a form leaves the form's own question where it is.
        return Form is null ? now with { Question = answered.Question ?? LastMessage, Kind = answered.Kind } : now;
    }

    private DialogueState WithForm(DialogueEvent happened) => (happened, Form) switch
    {
        (DialogueEvent.FieldAsked(var field, var missed), { } form) => Spoke(Expectation.Field) with { Form = form.Ask(field, missed) },
        (DialogueEvent.FieldTaken(var field, var value), { } form) => this with { Form = form.Take(field, value) },
        (DialogueEvent.FieldSkipped(var field), { } form) => this with { Form = form.Skip(field) },
        (DialogueEvent.FieldReopened(var field), { } form) => this with { Form = form.Reopen(field) },
        (DialogueEvent.AlsoAsked(var text), { } form) => this with { Form = form with { AlsoAsked = form.AlsoAsked.Add(text) } },
        // A field of a form that is gone changes nothing.
        (_, null) => this,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Expectation ExpectedAfter(string id) => id switch
    {
        Commands.CommandIds.NewTicket => Expectation.TicketText,
        TalkIds.Other => Expectation.Rewording,
        Wordings.Back => Expectation.Choice,
        _ => Expectation.Nothing,
    };

    private static Expectation ExpectedAfter(RefusalReason reason) => reason switch
    {
        // Here a person is for the case that it is ours after all: nothing is asked that «ок» would answer.
        RefusalReason.ForeignService or RefusalReason.Declined or RefusalReason.NoWords => Expectation.Nothing,
        // «Ок» to «всё, что знаю, — в статье» goes and reads.
        RefusalReason.SeeArticle => Expectation.Verdict,
        _ => Expectation.Consent,
    };

    private DialogueState Spoke(Expectation expecting) => this with { Expecting = expecting, Turns = Turns + 1 };
}

/// <summary>What the bot's last message asks for: gives «да», «нет» and a free text their meaning.</summary>
public enum Expectation
{
    /// <summary>Nothing in particular.</summary>
    Nothing,

    /// <summary>One of the offered kinds.</summary>
    Choice,

    /// <summary>Whether the answer helped.</summary>
    Verdict,

    /// <summary>Whether a person shall take over.</summary>
    Consent,

    /// <summary>The text of a new request.</summary>
    TicketText,

    /// <summary>A field of the request that is being written down.</summary>
    Field,

    /// <summary>The question in other words, because none of the offered kinds was meant.</summary>
    Rewording,
}
