using System.Buffers;

namespace Kb.Bot.Intents.Features;

/// <summary>
/// Cuts the endings that English words have in questions («payments», «charged», «declining»), so that a word in Latin letters has
/// a stem too. Lighter than Porter's stemmer: what it cuts too little, letters in a row make up for.
/// </summary>
internal static class EnglishStem
{
    /// <summary>What is left of a word after an ending must be so long.</summary>
    private const int Shortest = 3;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem of a word.</summary>
    /// <param name="word">Lower case.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        word = WithoutPlural(word);
        word = WithoutTense(word);
        return word.Length > Shortest && word[^1] is 'e' ? word[..^1] : word is [.. var head, 'y'] && head.Length >= Shortest ? head : word;
    }

    private static ReadOnlySpan<char> WithoutPlural(ReadOnlySpan<char> word) => word switch
    {
        [.., 'i', 'e', 's'] when word.Length > Shortest + 2 => word[..^2][..^1],
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
        [.., 's'] when word.Length > Shortest => word[..^1],
        _ => word,
    };

    private static ReadOnlySpan<char> WithoutTense(ReadOnlySpan<char> word)
    {
        var stem = word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word;
        if (stem.Length == word.Length || stem.Length < Shortest || !stem.ContainsAny(Vowels))
        {
            return word;
        }

        // «planned», but «called».
        return stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
    }
}
