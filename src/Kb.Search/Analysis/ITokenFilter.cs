namespace Kb.Search.Analysis;

/// <summary>A later step of an analyzer: rewrites a term or drops the word.</summary>
/// <remarks>Implementations are immutable and safe to share between threads.</remarks>
public interface ITokenFilter
{
    /// <summary>Looks at one word and may change its term.</summary>
    /// <returns>False to drop the word; the positions of the others stay as they are.</returns>
    bool Keep(TermBuffer word);
}
