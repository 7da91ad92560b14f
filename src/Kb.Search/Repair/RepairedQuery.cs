using System.Collections.Immutable;
using Kb.Search.Query;

namespace Kb.Search.Repair;

/// <summary>How a query is understood: the text to search, what was changed in it, and what else its words may mean.</summary>
/// <param name="Typed">The query as typed.</param>
/// <param name="Text">The likeliest reading; equal to <paramref name="Typed"/> where nothing was changed.</param>
/// <param name="Changes">What was changed, in the order of the text.</param>
/// <param name="Alternatives">What may stand in a place of <paramref name="Text"/> besides, each of less weight than a word that is there.</param>
public sealed record RepairedQuery(
    string Typed,
    string Text,
    ImmutableArray<WordChange> Changes,
    ImmutableArray<AlternativeText> Alternatives)
{
    /// <summary>A query that stays as it is.</summary>
    public static RepairedQuery AsTyped(string typed) => new(typed, typed, [], []);
}

/// <summary>One repaired place.</summary>
/// <param name="Place">Where <paramref name="Meant"/> stands in <see cref="RepairedQuery.Text"/>.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Meant">What is searched instead: one word or several.</param>
/// <param name="Kind">What was wrong.</param>
/// <param name="Weight">How sure it is, in (0, 1]: what the words are worth in a score.</param>
public sealed record WordChange(TextSpan Place, string Typed, string Meant, RepairKind Kind, double Weight);

/// <summary>Another text for a place of the query.</summary>
/// <param name="Place">In <see cref="RepairedQuery.Text"/>; one word or several.</param>
/// <param name="Text">One word or several.</param>
/// <param name="Kind">Why it may stand there.</param>
/// <param name="Weight">What its words are worth relative to a word that was typed so; in (0, 1].</param>
public sealed record AlternativeText(TextSpan Place, string Text, RepairKind Kind, double Weight);

/// <summary>Why a word is searched that was not typed.</summary>
public enum RepairKind
{
    /// <summary>Letters were lost, added, mixed up or misspelt.</summary>
    Typo,

    /// <summary>The keyboard was switched to the other language.</summary>
    Layout,

    /// <summary>Russian was typed in Latin letters.</summary>
    Transliteration,

    /// <summary>Words were typed without a space, or a word with one.</summary>
    Spacing,

    /// <summary>The same word is also written so.</summary>
    Spelling,

    /// <summary>Another word for the same thing.</summary>
    Synonym,
}
