using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>What the bot remembers of a conversation: nothing but a fold over its events. Immutable.</summary>
public sealed record DialogueState
{
    /// <summary>A conversation in which nothing happened.</summary>
    public static DialogueState Fresh { get; } = new();

    /// <summary>Whether a person has the conversation; then the bot is silent.</summary>
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

    /// <summary>Refusals in a row.</summary>
    public int Refusals { get; private init; }

    /// <summary>Turns of the bot, for replies that take turns.</summary>
    public int Turns { get; private init; }

    /// <summary>The state after a whole conversation.</summary>
    public static DialogueState After(IEnumerable<DialogueEvent> events) => events.Aggregate(Fresh, (state, happened) => state.With(happened));

    /// <summary>The state after one more event.</summary>
    public DialogueState With(DialogueEvent happened) => happened switch
    {
        DialogueEvent.Wrote(var text) => this with { LastMessage = text },
        DialogueEvent.Pressed => this,
        DialogueEvent.Answered(var kind, var article) => Spoke(Expectation.Verdict) with
        {
            Question = LastMessage,
            Kind = kind,
            Article = article,
            Shown = Shown.Contains(article) ? Shown : Shown.Add(article),
            Refusals = 0,
        },
        DialogueEvent.Clarified => Spoke(Expectation.Choice) with { Question = LastMessage, Refusals = 0 },
        DialogueEvent.Refused => Spoke(Expectation.Consent) with { Question = LastMessage, Refusals = Refusals + 1 },
        DialogueEvent.Talked(var id) => Spoke(id == Commands.CommandIds.NewTicket ? Expectation.TicketText : Expectation.Nothing),
        DialogueEvent.Rated(true) => Spoke(Expectation.Nothing) with { Question = null },
        DialogueEvent.Rated(false) => Spoke(Expectation.Consent) with
        {
            Rejected = Article is { } article && !Rejected.Contains(article) ? Rejected.Add(article) : Rejected,
        },
        DialogueEvent.HandedOff => Spoke(Expectation.Nothing) with { WithPerson = true },
        // What was settled with a person is not asked again.
        DialogueEvent.Returned => Fresh with { Turns = Turns },
        _ => throw new System.Diagnostics.UnreachableException(),
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
}
