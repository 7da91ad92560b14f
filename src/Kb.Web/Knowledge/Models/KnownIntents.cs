using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Intents;
using Kb.Bot.Understanding;
using Kb.Content;

namespace Kb.Web.Knowledge.Models;

/// <summary>
/// A model that was trained on another edition of the base: what it guesses and the base no longer has is left out, so that its share of the
/// confidence is of nothing the base knows. Kinds that are new to it are found by search alone, and by phrases taught word for word.
/// </summary>
internal sealed class KnownIntents : IIntentClassifier
{
    private readonly IIntentClassifier _model;
    private readonly FrozenSet<string> _known;

    private KnownIntents(IIntentClassifier model, FrozenSet<string> known)
    {
        _model = model;
        _known = known;
        Intents = [.. model.Intents.Where(known.Contains)];
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Intents { get; }

    /// <summary>The model for this base; itself where the base has all that it knows.</summary>
    public static IIntentClassifier Of(IIntentClassifier model, KnowledgeBase knowledge) =>
        model.Intents.All(knowledge.Phrases.Intents.ContainsKey) ? model : new KnownIntents(model, knowledge.Phrases.Intents.Keys.ToFrozenSet(StringComparer.Ordinal));

    /// <inheritdoc/>
    public ImmutableArray<ScoredIntent> Rank(Utterance utterance, int top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var gone = _model.Intents.Length - Intents.Length;
        return [.. _model.Rank(utterance, top + gone).Where(guess => _known.Contains(guess.Intent)).Take(top)];
    }
}
