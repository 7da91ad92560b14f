using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Answers;

/// <summary>What the bot does with a message. Closed: these five cases are all.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Quote an article.</summary>
    /// <param name="Kind">What was asked.</param>
    /// <param name="Article">Has a short face, holds today, and this person may read it.</param>
    public sealed record Answer(RequestKind Kind, Article Article) : Decision;

    /// <summary>Ask which of two or three kinds was meant.</summary>
    /// <param name="Between">2 or 3, most likely first.</param>
    public sealed record Clarify(ImmutableArray<RequestKind> Between) : Decision;

    /// <summary>Say honestly that there is no answer, and offer a person.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Kind">What was asked, where that much is sure; otherwise null.</param>
    public sealed record Refuse(RefusalReason Reason, RequestKind? Kind = null) : Decision;

    /// <summary>Pass to a person.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Kind">What about; null when that is not known.</param>
    /// <param name="Article">What tells the student what will happen; null when nothing does.</param>
    /// <param name="Consent">Whether the student must say yes before a person gets it.</param>
    public sealed record HandOff(HandoffReason Reason, RequestKind? Kind = null, Article? Article = null, HandoffConsent Consent = HandoffConsent.ToQuestions) : Decision;

    /// <summary>Answer a turn of talk or a command in place.</summary>
    /// <param name="Id">Id of the talk turn or the command.</param>
    public sealed record Talk(string Id) : Decision;
}

/// <summary>When a student is asked before a request of theirs goes to a person.</summary>
public enum HandoffConsent
{
    /// <summary>Where they only asked: «можно ли оплатить от школы?»</summary>
    ToQuestions,

    /// <summary>Not any more: they chose it from a list.</summary>
    Given,

    /// <summary>In any case: the kind is not certain.</summary>
    Needed,
}

/// <summary>Why the bot refuses.</summary>
public enum RefusalReason
{
    /// <summary>There is no word in the message.</summary>
    NoWords,

    /// <summary>Most of its words are foreign to the base.</summary>
    ForeignWords,

    /// <summary>It is about another school or service, and no article of ours speaks of that.</summary>
    ForeignService,

    /// <summary>It only says what is not wanted: «не хочу возврат».</summary>
    Declined,

    /// <summary>It is an outburst and asks nothing: «вы издеваетесь?»</summary>
    Outburst,

    /// <summary>No guess is good enough.</summary>
    NotSure,

    /// <summary>The article that was quoted is all there is: whoever reads it may still find the answer.</summary>
    SeeArticle,

    /// <summary>The kind is known, but no article for this person holds today.</summary>
    NoArticle,
}

/// <summary>Why a person takes over.</summary>
public enum HandoffReason
{
    /// <summary>The student asked for one.</summary>
    Asked,

    /// <summary>Requests of this kind are a person's work.</summary>
    KindNeedsPerson,

    /// <summary>The answer did not help.</summary>
    NotHelped,

    /// <summary>The student opened a request.</summary>
    TicketRequested,

    /// <summary>Somebody may harm themselves: a person reads it first.</summary>
    Distress,
}
