using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Content.Phrases;

/// <summary>How people word things: what the intent classifier is trained on. Immutable.</summary>
/// <param name="Intents">Utterances by intent: a kind's id, a talk turn's id or a command's id. Patterns are already expanded.</param>
/// <param name="NotOurs">Messages that the base does not answer, by group (near, far, noise, abuse).</param>
/// <param name="Replies">What the bot says to a talk turn or a command, by its id; several are alternatives.</param>
public sealed record PhraseBook(
    FrozenDictionary<string, ImmutableArray<string>> Intents,
    FrozenDictionary<string, ImmutableArray<string>> NotOurs,
    FrozenDictionary<string, ImmutableArray<string>> Replies)
{
    /// <summary>No phrases at all.</summary>
    public static PhraseBook Empty { get; } = new(
        FrozenDictionary<string, ImmutableArray<string>>.Empty,
        FrozenDictionary<string, ImmutableArray<string>>.Empty,
        FrozenDictionary<string, ImmutableArray<string>>.Empty);
}
