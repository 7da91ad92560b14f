using System.Collections.Immutable;
using Kb.Content.Phrases;

namespace Kb.Content.Lint.Wordings;

/// <summary>An entry of phrases with each written phrase in the form that rules compare.</summary>
internal sealed class CheckedEntry(IntentPhrases entry)
{
    public IntentPhrases Entry => entry;

    /// <summary>Written phrases that normalise to something.</summary>
    public ImmutableArray<CheckedPhrase> Phrases { get; } =
    [
        .. entry.Phrases.Select(phrase => new CheckedPhrase(phrase.Text, phrase.Line, new PhraseForm(phrase.Text))).Where(phrase => phrase.Form.Text.Length > 0),
    ];
}

/// <summary>A written phrase, its 1-based line and its form.</summary>
internal sealed record CheckedPhrase(string Text, int Line, PhraseForm Form);
