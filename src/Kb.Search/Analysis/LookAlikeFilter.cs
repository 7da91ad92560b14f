namespace Kb.Search.Analysis;

/// <summary>
/// Repairs words typed with letters of two alphabets that look the same («cертификат» with a Latin «c»), as copied or mistyped text has them.
/// A word changes only when it mixes the alphabets and one of them can be replaced as a whole.
/// </summary>
/// <remarks>Expects lower case. The pairs are the lower-case rows of Unicode's confusables (UTS #39) for Latin and Russian.</remarks>
public sealed class LookAlikeFilter : ITokenFilter
{
    private const string Latin = "aceopxyk";
    private const string Cyrillic = "асеорхук";

    /// <inheritdoc/>
    public bool Keep(TermBuffer word)
    {
        var characters = word.Characters;
        var hasLatin = characters.ContainsAnyInRange('a', 'z');
        if (!hasLatin || !characters.ContainsAnyInRange('а', 'ё'))
        {
            return true;
        }

        if (CanReplace(characters, Latin, 'a', 'z'))
        {
            Replace(characters, Latin, Cyrillic);
        }
        else if (CanReplace(characters, Cyrillic, 'а', 'ё'))
        {
            Replace(characters, Cyrillic, Latin);
        }

        return true;
    }

    private static bool CanReplace(ReadOnlySpan<char> characters, string known, char from, char to)
    {
        foreach (var character in characters)
        {
            if (character >= from && character <= to && !known.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static void Replace(Span<char> characters, string from, string to)
    {
        foreach (ref var character in characters)
        {
            var index = from.IndexOf(character, StringComparison.Ordinal);
            character = index < 0 ? character : to[index];
        }
    }
}
