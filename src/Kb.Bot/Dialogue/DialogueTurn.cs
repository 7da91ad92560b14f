using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>What a student does: writes or presses a button. Closed.</summary>
public abstract record StudentInput
{
    private StudentInput()
    {
    }

    /// <summary>A message; any text.</summary>
    public sealed record Text(string Value) : StudentInput;

    /// <summary>A pressed button, by its action (see <see cref="ActionIds"/>); an unknown one is answered politely.</summary>
    public sealed record Press(string Action) : StudentInput;
}

/// <summary>What the host knows at this moment.</summary>
/// <param name="Grants">What the student holds (see <see cref="ArticleAccess"/>).</param>
/// <param name="Now">With the offset of the school's time zone: its date decides which articles hold.</param>
/// <param name="PersonPromise">When a person will answer: one or two ready Russian sentences.</param>
public sealed record TurnContext(FrozenSet<string> Grants, DateTimeOffset Now, string PersonPromise)
{
    /// <summary>Who the student is; null when nobody vouches for them.</summary>
    public StudentCard? Student { get; init; }

    /// <summary>Their requests that people have in hand, the newest first.</summary>
    public ImmutableArray<OpenRequest> OpenRequests { get; init; } = [];

    /// <summary>Whether the conversation has a request already, which takes what is handed over.</summary>
    public bool HasRequest { get; init; }

    /// <summary>For whom and when an answer is sought.</summary>
    public Reader Reader => new(Grants, DateOnly.FromDateTime(Now.DateTime));
}

/// <summary>What one turn came to.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Events">What happened, to be stored: folding them over the old state gives the new one.</param>
/// <param name="Reply">What the bot says; null when it is silent.</param>
/// <param name="Effects">What the host must do.</param>
public sealed record DialogueTurn(DialogueState State, ImmutableArray<DialogueEvent> Events, BotReply? Reply, ImmutableArray<BotEffect> Effects);

/// <summary>One message of the bot.</summary>
/// <param name="Markdown">Its text; quotes of articles keep their links.</param>
/// <param name="Sources">Articles that it quotes.</param>
/// <param name="Actions">Buttons under it, in order.</param>
public sealed record BotReply(string Markdown, ImmutableArray<ArticleId> Sources, ImmutableArray<ReplyAction> Actions)
{
    /// <summary>One message of two parts, with the buttons of this one, the second.</summary>
    internal BotReply After(BotReply lead) => new($"{lead.Markdown}\n\n{Markdown}", [.. lead.Sources.Concat(Sources).Distinct()], Actions);
}

/// <summary>A button.</summary>
/// <param name="Id">What comes back when it is pressed (see <see cref="ActionIds"/>).</param>
/// <param name="Label">What the student reads, in Russian.</param>
public sealed record ReplyAction(string Id, string Label);

/// <summary>What the bot asks the host to do. Closed.</summary>
public abstract record BotEffect
{
    private BotEffect()
    {
    }

    /// <summary>Open a ticket, or let a person join; the conversation is theirs until they give it back or the student turns to the bot.</summary>
    /// <param name="Kind">What about; null when nobody knows yet.</param>
    /// <param name="Question">In the student's words.</param>
    /// <param name="Shown">Articles that the bot quoted.</param>
    /// <param name="Rejected">Those of them that did not help.</param>
    /// <param name="Reason">Why a person is needed.</param>
    /// <param name="Fields">What the kind needs and is known already, so that nobody asks again.</param>
    public sealed record RaiseHandoff(
        KindId? Kind,
        string Question,
        ImmutableArray<ArticleId> Shown,
        ImmutableArray<ArticleId> Rejected,
        HandoffReason Reason,
        ImmutableArray<HandoffField> Fields) : BotEffect
    {
        /// <summary>The question in one line, for a queue; empty where nobody said what is wanted.</summary>
        public string Title { get; init; } = "";

        /// <summary>Articles that the bot found for the question and did not quote, the likeliest first.</summary>
        public ImmutableArray<ArticleId> Considered { get; init; } = [];
    }

    /// <summary>Show the student their requests and how they stand.</summary>
    public sealed record ShowTickets : BotEffect;
}

/// <summary>A field of a request that is handed off.</summary>
/// <param name="Id">Its id in the register.</param>
/// <param name="Label">Its name in Russian.</param>
/// <param name="Value">What the student said, or the learning platform knows.</param>
public sealed record HandoffField(string Id, string Label, string Value);

/// <summary>Ids of the buttons.</summary>
public static class ActionIds
{
    /// <summary>«Передать оператору».</summary>
    public const string Operator = "operator";

    /// <summary>«Спросить бота», while people have the conversation.</summary>
    public const string Bot = "bot";

    /// <summary>«Помогло».</summary>
    public const string Helped = "helped";

    /// <summary>«Не помогло».</summary>
    public const string NotHelped = "not-helped";

    /// <summary>Followed by the id of a kind: the student meant this one.</summary>
    public const string KindPrefix = "kind:";

    /// <summary>Followed by words: the button stands for typing them.</summary>
    public const string SayPrefix = "say:";
}
