namespace Kb.Search.Analysis;

/// <summary>Replaces an irregular form by one that the stemmer brings together with the rest of its word (see <see cref="IrregularForms"/>).</summary>
/// <remarks>Expects lower case with «ё» folded; stands before <see cref="RussianStemFilter"/>.</remarks>
public sealed class IrregularFormFilter : ITokenFilter
{
    /// <inheritdoc/>
    public bool Keep(TermBuffer word)
    {
        var canonical = IrregularForms.Resolve(word.Term);
        if (!canonical.SequenceEqual(word.Term))
        {
            word.Truncate(0);
            word.Append(canonical);
        }

        return true;
    }
}
