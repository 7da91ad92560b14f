using System.Collections.Frozen;

namespace Kb.Search.Analysis;

/// <summary>The analyzers of Russian text, all with the same words at the same positions.</summary>
public static class RussianAnalyzer
{
    /// <summary>Stems without stop words: what a text is about.</summary>
    /// <param name="stopWords">Lower case, «ё» written as «е».</param>
    public static Analyzer Create(FrozenSet<string> stopWords) => CreateSurface()
        // Before stemming: the stop list holds surface forms («была»), not stems.
        .With(new StopWordFilter(stopWords))
        .With(new RussianStemFilter());

    /// <summary>Words as they are written, in lower case with «ё» folded; no word is dropped.</summary>
    public static Analyzer CreateSurface() => Analyzer
        .From(new WordTokenizer())
        .With(new LowerCaseFilter())
        .With(new YoFoldingFilter())
        .With(new LookAlikeFilter());
}
