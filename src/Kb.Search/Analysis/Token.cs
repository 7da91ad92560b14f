namespace Kb.Search.Analysis;

/// <summary>One analysed word of a text.</summary>
/// <param name="Term">What is indexed and compared; never empty.</param>
/// <param name="Start">Where the word begins in the original text, in UTF-16 characters.</param>
/// <param name="End">Where it ends there, exclusive; greater than <paramref name="Start"/>.</param>
/// <param name="Position">
/// Ordinal of the word in the text, from 0. Never goes back; stays where a compound («онлайн-курс») is followed by its first part,
/// and skips where a stop word was dropped, so that phrases keep their distances.
/// </param>
public readonly record struct Token(string Term, int Start, int End, int Position);
