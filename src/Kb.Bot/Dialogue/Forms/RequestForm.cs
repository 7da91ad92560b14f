using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>A request that is being written down field by field, before a person gets it. Immutable; a part of <see cref="DialogueState"/>.</summary>
/// <param name="Kind">What the request is about.</param>
/// <param name="Article">What told the student what will happen; null when nothing did.</param>
/// <param name="Question">The request in the student's words.</param>
public sealed record RequestForm(KindId Kind, ArticleId? Article, string Question)
{
    /// <summary>Fields with a value, in the order in which they became known.</summary>
    public ImmutableArray<FieldValue> Values { get; init; } = [];

    /// <summary>Fields that the student could not or would not fill.</summary>
    public ImmutableArray<string> Skipped { get; init; } = [];

    /// <summary>Fields that the student was asked for, in order: the way of «назад».</summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>The field that the last question was about; null before the first.</summary>
    public string? Asking { get; init; }

    /// <summary>How many answers in a row could not be read as <see cref="Asking"/>.</summary>
    public int Misses { get; init; }

    /// <summary>How many messages in a row were about something else than <see cref="Asking"/>.</summary>
    public int Detours { get; init; }

    /// <summary>What the student asked beside, without getting an answer: for the person.</summary>
    public ImmutableArray<string> AlsoAsked { get; init; } = [];

    /// <summary>Whether nobody need ask for this field any more.</summary>
    public bool Settled(string field) => Skipped.Contains(field) || Values.Any(value => value.Field == field);

    internal RequestForm Ask(string field, bool missed) => this with
    {
        Misses = Asking == field ? Misses + (missed ? 1 : 0) : 0,
        Detours = Asking == field ? Detours + (missed ? 0 : 1) : 0,
        Asking = field,
        Asked = Asked.Contains(field) ? Asked : Asked.Add(field),
    };

    internal RequestForm Take(string field, string text) => this with
    {
        Values = Values.RemoveAll(value => value.Field == field).Add(new FieldValue(field, text)),
        Skipped = Skipped.Remove(field),
        Asking = null,
    };

    internal RequestForm Skip(string field) => this with { Skipped = Skipped.Remove(field).Add(field), Asking = null };

    /// <summary>Forgets a field and whatever was asked for after it, so that it is asked for again.</summary>
    internal RequestForm Reopen(string field) => this with
    {
        Values = Values.RemoveAll(value => value.Field == field),
        Skipped = Skipped.Remove(field),
        Asked = Asked.Contains(field) ? Asked[..Asked.IndexOf(field)] : Asked,
        Asking = null,
    };
}

/// <summary>A field of a request and what the student said about it.</summary>
/// <param name="Field">Its id in the register.</param>
/// <param name="Value">Checked and tidied.</param>
public sealed record FieldValue(string Field, string Value);
