using System.Collections.Immutable;
using Kb.Bot.Intents;
using Kb.Bot.Understanding;

namespace Kb.Web.Knowledge.Models;

/// <summary>The classifier of a base without training phrases: it guesses nothing, so the bot knows only commands and refuses the rest.</summary>
internal sealed class NoIntents : IIntentClassifier
{
    /// <inheritdoc/>
    public ImmutableArray<string> Intents => [];

    /// <inheritdoc/>
    public ImmutableArray<ScoredIntent> Rank(Utterance utterance, int top) => [];
}
