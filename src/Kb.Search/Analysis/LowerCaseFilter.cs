namespace Kb.Search.Analysis;

/// <summary>Lowers letters by the invariant rules, one for one: a term never changes its length here.</summary>
public sealed class LowerCaseFilter : ITokenFilter
{
    /// <inheritdoc/>
    public bool Keep(TermBuffer word)
    {
        foreach (ref var character in word.Characters)
        {
            character = character is (>= 'а' and <= 'я') or (>= 'a' and <= 'z') ? character : char.ToLowerInvariant(character);
        }

        return true;
    }
}
