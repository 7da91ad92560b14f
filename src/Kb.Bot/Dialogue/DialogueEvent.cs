using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kb.Bot.Answers;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>
/// Something that happened in a conversation. The host stores events beside the messages; <see cref="DialogueState"/> is a fold over
/// them, so a conversation can be rebuilt and explained at any time. Closed; written and read by <see cref="DialogueJson"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Wrote), "wrote")]
[JsonDerivedType(typeof(Pressed), "pressed")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Clarified), "clarified")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Talked), "talked")]
[JsonDerivedType(typeof(Rated), "rated")]
[JsonDerivedType(typeof(HandedOff), "handed-off")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Noticed), "noticed")]
[JsonDerivedType(typeof(Restarted), "restarted")]
[JsonDerivedType(typeof(FormOpened), "form-opened")]
[JsonDerivedType(typeof(FieldAsked), "field-asked")]
[JsonDerivedType(typeof(FieldTaken), "field-taken")]
[JsonDerivedType(typeof(FieldSkipped), "field-skipped")]
[JsonDerivedType(typeof(FieldReopened), "field-reopened")]
[JsonDerivedType(typeof(AlsoAsked), "also-asked")]
[JsonDerivedType(typeof(FormCancelled), "form-cancelled")]
[JsonDerivedType(typeof(FormPutAside), "form-put-aside")]
public abstract record DialogueEvent
{
    private DialogueEvent()
    {
    }

    /// <summary>The student wrote a message.</summary>
    /// <param name="Text">What.</param>
    /// <param name="At">When the turn was taken; null in talks that were stored before this was kept.</param>
    public sealed record Wrote(string Text, DateTimeOffset? At = null) : DialogueEvent;

    /// <summary>The student pressed a button that the bot had offered.</summary>
    public sealed record Pressed(string Action) : DialogueEvent;

    /// <summary>The bot quoted an article.</summary>
    /// <param name="Kind">What was asked.</param>
    /// <param name="Article">What was quoted.</param>
    /// <param name="Question">The question where it is more than the last message: a follow-up goes on from an earlier one. Null in all other cases.</param>
    public sealed record Answered(KindId Kind, ArticleId Article, string? Question = null) : DialogueEvent;

    /// <summary>The bot asked which kind was meant.</summary>
    public sealed record Clarified(ImmutableArray<KindId> Between) : DialogueEvent;

    /// <summary>The bot had no answer and offered a person.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Question">As with an answer: what it went on from, together with the last message; null where it went on from nothing.</param>
    public sealed record Refused(RefusalReason Reason, string? Question = null) : DialogueEvent;

    /// <summary>The bot answered a turn of talk or a command in place.</summary>
    public sealed record Talked(string Id) : DialogueEvent;

    /// <summary>The student said whether the last answer helped.</summary>
    public sealed record Rated(bool Helped) : DialogueEvent;

    /// <summary>The bot passed the conversation to a person.</summary>
    public sealed record HandedOff(HandoffReason Reason, KindId? Kind) : DialogueEvent;

    /// <summary>A person gave the conversation back to the bot.</summary>
    public sealed record Returned : DialogueEvent;

    /// <summary>The message held more requests than the one that is answered first.</summary>
    public sealed record Noticed(ImmutableArray<KindId> Kinds) : DialogueEvent;

    /// <summary>The student wants to begin anew.</summary>
    public sealed record Restarted : DialogueEvent;

    /// <summary>The bot began to write down a request that a person will work on.</summary>
    public sealed record FormOpened(KindId Kind, ArticleId? Article, string Question) : DialogueEvent;

    /// <summary>The bot asked for a field.</summary>
    /// <param name="Field">Its id in the register.</param>
    /// <param name="Missed">Whether it had to ask again because it could not read the answer.</param>
    public sealed record FieldAsked(string Field, bool Missed = false) : DialogueEvent;

    /// <summary>A field became known: the student said it, or it was known already.</summary>
    public sealed record FieldTaken(string Field, string Value) : DialogueEvent;

    /// <summary>The student cannot or will not fill a field.</summary>
    public sealed record FieldSkipped(string Field) : DialogueEvent;

    /// <summary>The student went back to a field.</summary>
    public sealed record FieldReopened(string Field) : DialogueEvent;

    /// <summary>The student asked something beside that the bot could not answer; the person will.</summary>
    public sealed record AlsoAsked(string Text) : DialogueEvent;

    /// <summary>The student does not want the request any more.</summary>
    public sealed record FormCancelled : DialogueEvent;

    /// <summary>The student went on to something else: the request waits, with what is known of it.</summary>
    public sealed record FormPutAside : DialogueEvent;
}
