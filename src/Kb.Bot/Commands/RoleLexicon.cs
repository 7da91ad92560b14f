using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Repair;

namespace Kb.Bot.Commands;

/// <summary>
/// Finds the role of a word as people type it: exactly, else as it sounds, else with one typo in a long word. Exact beats
/// fuzzy, so a real word that lies one letter from an order («соединили» – «соедините») is safe once it stands in a table.
/// Immutable, thread-safe.
/// </summary>
public sealed class RoleLexicon
{
    /// <summary>A shorter word has too many neighbours to be matched by sound.</summary>
    private const int SoundLength = 5;

    /// <summary>A shorter word has too many neighbours to forgive it a typo.</summary>
    private const int TypoLength = 6;

    /// <summary>A longer word is none of ours.</summary>
    private const int LongestTyped = 40;

    private readonly FrozenDictionary<string, WordRole> _exact;
    private readonly FrozenDictionary<string, WordRole> _bySound;
    private readonly FrozenDictionary<string, ImmutableArray<Spelling>>.AlternateLookup<ReadOnlySpan<char>> _byShortened;

    /// <param name="tables">
    /// Roles and their words, separated by spaces or line breaks. Where a word fits two tables, exactly or by sound or with a typo, the first
    /// table wins. Words of the role <see cref="WordRole.Other"/> are matched only exactly.
    /// </param>
    public RoleLexicon(params IEnumerable<(WordRole Role, string Words)> tables)
    {
        var words = tables
            .SelectMany((table, rank) => table.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: word, table.Role, Rank: rank)))
            .DistinctBy(entry => entry.Word)
            .ToList();
        _exact = words.ToFrozenDictionary(entry => entry.Word, entry => entry.Role);
        _bySound = words.Where(entry => entry.Word.Length >= SoundLength && entry.Role != WordRole.Other)
            .DistinctBy(entry => SoundKey.Of(entry.Word))
            .ToFrozenDictionary(entry => SoundKey.Of(entry.Word), entry => entry.Role);
        _byShortened = words.Where(entry => entry.Word.Length >= TypoLength && entry.Role != WordRole.Other)
            .SelectMany(entry => new[] { SoundKey.Of(entry.Word), SoundKey.LetterByLetter(entry.Word) }.Distinct().Select(key => new Spelling(key, entry.Role, entry.Rank)))
            .SelectMany(spelling => Shortened(spelling.Key).Select(shortened => (Shortened: shortened, Spelling: spelling)))
            .GroupBy(entry => entry.Shortened, entry => entry.Spelling)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray())
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether the word itself stands in a table.</summary>
    public bool Contains(string word) => _exact.ContainsKey(word);

    /// <summary>The role of a word.</summary>
    /// <param name="word">Lower case, «ё» written as «е».</param>
    public WordRole RoleOf(string word) => Nearest(word) is var role and not WordRole.Common ? role : WordRole.Other;

    private WordRole Nearest(string word)
    {
        if (_exact.TryGetValue(word, out var exact))
        {
            return exact;
        }

        if (word.Length < SoundLength)
        {
            return WordRole.Other;
        }

        var key = SoundKey.Of(word);
        if (_bySound.TryGetValue(key, out var sounded))
        {
            return sounded;
        }

        var typed = RoleWithTypo(key);
        return typed == WordRole.Other ? RoleWithTypo(SoundKey.LetterByLetter(word)) : typed;
    }

    /// <summary>Two keys one edit apart meet after losing a letter at most each (W. Garbe's symmetric deletion): few need to be compared.</summary>
    private WordRole RoleWithTypo(string key)
    {
        if (key.Length > LongestTyped)
        {
            return WordRole.Other;
        }

        var best = (Rank: int.MaxValue, Role: WordRole.Other);
        Span<char> shortened = stackalloc char[LongestTyped];
        Look(key);
        for (var lost = 0; lost < key.Length; lost++)
        {
            key.AsSpan(0, lost).CopyTo(shortened);
            key.AsSpan(lost + 1).CopyTo(shortened[lost..]);
            Look(shortened[..(key.Length - 1)]);
        }

        return best.Role;

        void Look(ReadOnlySpan<char> met)
        {
            if (_byShortened.TryGetValue(met, out var spellings))
            {
                foreach (var known in spellings)
                {
                    if (known.Rank < best.Rank && SoundKey.WithinOneEdit(key, known.Key))
                    {
                        best = (known.Rank, known.Role);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Shortened(string key) => Enumerable.Range(0, key.Length).Select(lost => key.Remove(lost, 1)).Append(key).Distinct();

    private readonly record struct Spelling(string Key, WordRole Role, int Rank);
}
