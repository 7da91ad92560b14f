using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
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

    private readonly FrozenDictionary<string, WordRole> _exact;
    private readonly FrozenDictionary<string, WordRole> _bySound;
    private readonly FrozenDictionary<int, ImmutableArray<Spelling>> _byKeyLength;

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
        _byKeyLength = words.Where(entry => entry.Word.Length >= TypoLength && entry.Role != WordRole.Other)
            .SelectMany(entry => new[] { SoundKey.Of(entry.Word), SoundKey.LetterByLetter(entry.Word) }.Distinct().Select(key => new Spelling(key, Letters(key), entry.Role, entry.Rank)))
            .GroupBy(entry => entry.Key.Length)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
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

    private WordRole RoleWithTypo(string key)
    {
        var best = (Rank: int.MaxValue, Role: WordRole.Other);
        var letters = Letters(key);
        for (var length = key.Length - 1; length <= key.Length + 1; length++)
        {
            foreach (var known in _byKeyLength.GetValueOrDefault(length, []))
            {
                // One edit puts in a letter and takes out another at most; nearly all words are told apart by that alone.
                if (known.Rank < best.Rank && BitOperations.PopCount(known.Letters ^ letters) <= 2 && SoundKey.WithinOneEdit(key, known.Key))
                {
                    best = (known.Rank, known.Role);
                }
            }
        }

        return best.Role;
    }

    /// <summary>A bit for each letter that occurs; a few rare ones share theirs.</summary>
    private static uint Letters(string key)
    {
        var letters = 0U;
        foreach (var letter in key)
        {
            letters |= 1U << (letter & 31);
        }

        return letters;
    }

    private readonly record struct Spelling(string Key, uint Letters, WordRole Role, int Rank);
}
