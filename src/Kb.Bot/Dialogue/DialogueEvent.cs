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
public abstract record DialogueEvent
{
    private DialogueEvent()
    {
    }

    /// <summary>The student wrote a message.</summary>
    public sealed record Wrote(string Text) : DialogueEvent;

    /// <summary>The student pressed a button that the bot had offered.</summary>
    public sealed record Pressed(string Action) : DialogueEvent;

    /// <summary>The bot quoted an article.</summary>
    public sealed record Answered(KindId Kind, ArticleId Article) : DialogueEvent;

    /// <summary>The bot asked which kind was meant.</summary>
    public sealed record Clarified(ImmutableArray<KindId> Between) : DialogueEvent;

    /// <summary>The bot had no answer and offered a person.</summary>
    public sealed record Refused(RefusalReason Reason) : DialogueEvent;

    /// <summary>The bot answered a turn of talk or a command in place.</summary>
    public sealed record Talked(string Id) : DialogueEvent;

    /// <summary>The student said whether the last answer helped.</summary>
    public sealed record Rated(bool Helped) : DialogueEvent;

    /// <summary>The bot passed the conversation to a person.</summary>
    public sealed record HandedOff(HandoffReason Reason, KindId? Kind) : DialogueEvent;

    /// <summary>A person gave the conversation back to the bot.</summary>
    public sealed record Returned : DialogueEvent;
}
