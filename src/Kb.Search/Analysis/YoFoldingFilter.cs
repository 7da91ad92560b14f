namespace Kb.Search.Analysis;

/// <summary>Writes «ё» as «е», as most people type it. «Й» stays: it tells «мой» from «мои».</summary>
/// <remarks>Expects lower case. Not done by stripping marks: that would turn «й» into «и».</remarks>
public sealed class YoFoldingFilter : ITokenFilter
{
    /// <inheritdoc/>
    public bool Keep(TermBuffer word)
    {
        word.Characters.Replace('ё', 'е');
        return true;
    }
}
