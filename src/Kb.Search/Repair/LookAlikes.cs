using Kb.Search.Analysis;

namespace Kb.Search.Repair;

/// <summary>Words with letters of two alphabets in them: nobody who typed one sees it, so nobody is told that it was mended.</summary>
internal static class LookAlikes
{
    private static readonly Analyzer Surface = RussianAnalyzer.CreateSurface();

    /// <summary>Whether a word has letters of both alphabets.</summary>
    /// <param name="word">Lower case.</param>
    public static bool IsMixed(ReadOnlySpan<char> word) => word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('а', 'ё');

    /// <summary>Whether a typed word is the meant one but for letters that look alike.</summary>
    public static bool LookTheSame(string typed, string meant) =>
        IsMixed(typed.ToLowerInvariant()) && Surface.Analyze(typed) is [var word] && word.Term.Equals(meant, StringComparison.Ordinal);
}
