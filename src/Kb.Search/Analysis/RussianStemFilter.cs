namespace Kb.Search.Analysis;

/// <summary>Replaces a term by its <see cref="RussianStemmer"/> stem. Words of other alphabets pass unchanged.</summary>
/// <remarks>Expects lower case with «ё» folded.</remarks>
public sealed class RussianStemFilter : ITokenFilter
{
    /// <inheritdoc/>
    public bool Keep(TermBuffer word)
    {
        word.Truncate(RussianStemmer.Stem(word.Term).Length);
        return true;
    }
}
