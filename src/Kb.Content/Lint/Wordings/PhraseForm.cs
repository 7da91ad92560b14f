using System.Collections.Immutable;

namespace Kb.Content.Lint.Wordings;

/// <summary>A phrase as <see cref="NearDuplicates{T}"/> compares it. Immutable; computed once, because every rule on phrases asks for it.</summary>
internal sealed class PhraseForm
{
    /// <summary>One letter of a shorter word makes another word («да» and «на»).</summary>
    private const int ShortestLoose = 4;

    private readonly ImmutableArray<string> _words;
    private readonly string _letters;

    /// <param name="phrase">Any text.</param>
    public PhraseForm(string phrase)
    {
        Text = PhraseText.Normalize(phrase);
        _words = [.. Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        _letters = Text.Replace(" ", "", StringComparison.Ordinal);
        Keys = KeysOf(_words, _letters);
    }

    /// <summary>The normal form; empty for emoji and punctuation.</summary>
    public string Text { get; }

    /// <summary>Two forms that are near share at least one; a shared one proves nothing.</summary>
    public ImmutableArray<ulong> Keys { get; }

    /// <summary>Whether both are nearly the same words.</summary>
    public bool IsNear(PhraseForm other) => _letters == other._letters || (Odd(_words, other._words), Odd(other._words, _words)) switch
    {
        ([], []) => true,
        ([var word], [var twin]) => Math.Max(word.Length, twin.Length) >= ShortestLoose && char.IsLetter(word[0]) && OneSlip.Apart(word, twin),
        _ => false,
    };

    private static ImmutableArray<ulong> KeysOf(ImmutableArray<string> words, string letters)
    {
        var total = 0UL;
        foreach (var word in words)
        {
            total += Hash(word);
        }

        var keys = ImmutableArray.CreateBuilder<ulong>(letters.Length + 2);
        keys.Add(total);
        keys.Add(Hash(letters));
        foreach (var word in words.Where(word => word.Length >= ShortestLoose - 1))
        {
            var others = total - Hash(word);
            for (var letter = 0; letter < word.Length; letter++)
            {
                keys.Add(others + Hash(word, letter));
            }
        }

        return keys.ToImmutable();
    }

    /// <summary>Words of the first that the second has no counterpart for.</summary>
    private static List<string> Odd(ImmutableArray<string> first, ImmutableArray<string> second)
    {
        var left = second.ToList();
        return [.. first.Where(word => !left.Remove(word))];
    }

    /// <summary>FNV-1a of a word, without the letter at <paramref name="skip"/>, mixed so that sums of such hashes tell bags of words apart.</summary>
    private static ulong Hash(string word, int skip = -1)
    {
        var hash = 14695981039346656037UL;
        for (var index = 0; index < word.Length; index++)
        {
            if (index != skip)
            {
                hash = (hash ^ word[index]) * 1099511628211UL;
            }
        }

        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }
}
