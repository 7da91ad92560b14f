using System.Runtime.InteropServices;
using Kb.Search.Index.Terms;

namespace Kb.Search.Repair;

/// <summary>
/// Finds the words of a list whose keys become equal to that of a typed word when either loses a letter or two: symmetric deletion
/// (W. Garbe, SymSpell, 2012) over the first letters of folded words. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// Words with one key stand together and are indexed once, a key of seven letters under at most 29 shortened forms: about 40 bytes a word in
/// a vocabulary of 200,000. The forms are hashed into buckets without storing them, so what is returned still has to be compared.
/// </remarks>
internal sealed class NearTerms
{
    /// <summary>A key of fewer letters is indexed under one deletion only: two typos leave nothing of so short a word.</summary>
    private const int TwoTyposLength = 6;

    /// <summary>Up to here a cost allows one letter to be another, in hundredths of a typo.</summary>
    private const int OneTypo = 120;

    /// <summary>So many letters at the end may be those of another form.</summary>
    private const int LongestEnding = 3;

    private readonly int[] _groupStarts;
    private readonly int[] _terms;
    private readonly LetterSets[] _sets;
    private readonly byte[] _stemLengths;
    private readonly int[] _bucketStarts;
    private readonly int[] _groups;
    private readonly int _shift;

    private NearTerms(int[] groupStarts, int[] terms, LetterSets[] sets, byte[] stemLengths, int[] bucketStarts, int[] groups, int shift)
    {
        _groupStarts = groupStarts;
        _terms = terms;
        _sets = sets;
        _stemLengths = stemLengths;
        _bucketStarts = bucketStarts;
        _groups = groups;
        _shift = shift;
    }

    /// <summary>Bytes that the tables take.</summary>
    public long Bytes => ((_groupStarts.Length + (3L * _terms.Length) + _bucketStarts.Length + _groups.Length) * sizeof(int)) + _stemLengths.Length;

    public static NearTerms Build(Vocabulary vocabulary)
    {
        var keys = new SpellingKey[vocabulary.Surfaces.Count];
        var packed = new ulong[keys.Length];
        var terms = new int[keys.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            keys[i] = SpellingKey.Of(vocabulary.Surfaces[i]);
            (packed[i], terms[i]) = (keys[i].Packed, i);
        }

        Array.Sort(packed, terms);
        var starts = new List<int>();
        for (var i = 0; i < terms.Length; i++)
        {
            if (i == 0 || packed[i] != packed[i - 1])
            {
                starts.Add(i);
            }
        }

        starts.Add(terms.Length);
        var groupKeys = starts.Take(starts.Count - 1).Select(start => keys[terms[start]]).ToArray();
        // Kept beside the sets: to ask the vocabulary for the stem of every word that may be meant would be four far looks into memory.
        var stemLengths = Array.ConvertAll(terms, term => (byte)vocabulary.StemLength(term));
        var sets = Array.ConvertAll(terms, term => LetterSets.Of(vocabulary.Surfaces[term], vocabulary.StemLength(term)));
        return WithBuckets([.. starts], terms, sets, stemLengths, groupKeys);
    }

    /// <summary>Adds to <paramref name="found"/> the numbers of the words that may be meant, each once.</summary>
    /// <param name="typed">The typed word.</param>
    /// <param name="key">Its key.</param>
    /// <param name="deletions">How many letters the typed word may lose: 0 finds what only sounds alike, quickly.</param>
    /// <param name="limit">Most that a word may cost, in hundredths of a typo: those that surely cost more are left out.</param>
    /// <param name="found">Receives the words' numbers in the list, and how many letters of each are its stem.</param>
    public void Find(ReadOnlySpan<char> typed, SpellingKey key, int deletions, int limit, List<(int Term, int StemLength)> found)
    {
        var letters = LetterSets.Of(typed, Math.Max(1, typed.Length - LongestEnding));
        // What only sounds alike may differ in many letters («щет», «счёт»), but there is little of it.
        var edits = deletions == 0 ? int.MaxValue : limit <= OneTypo ? 1 : 2;
        Span<ulong> shortened = stackalloc ulong[SpellingKey.MaxShortened];
        var groups = new List<int>();
        foreach (var form in shortened[..key.Shorten(deletions, shortened)])
        {
            var bucket = Bucket(form, _shift);
            groups.AddRange(_groups.AsSpan(_bucketStarts[bucket].._bucketStarts[bucket + 1]));
        }

        groups.Sort();
        var last = -1;
        foreach (var group in CollectionsMarshal.AsSpan(groups))
        {
            if (group != last)
            {
                last = group;
                for (var at = _groupStarts[group]; at < _groupStarts[group + 1]; at++)
                {
                    if (letters.MayBe(_sets[at], edits))
                    {
                        found.Add((_terms[at], _stemLengths[at]));
                    }
                }
            }
        }
    }

    private static NearTerms WithBuckets(int[] groupStarts, int[] terms, LetterSets[] sets, byte[] stemLengths, SpellingKey[] groupKeys)
    {
        Span<ulong> shortened = stackalloc ulong[SpellingKey.MaxShortened];
        var entries = groupKeys.Sum(key => (long)FormsOf(key));
        var bits = Math.Clamp(64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)entries / 2), 4, 24);
        var shift = 64 - bits;
        var starts = new int[(1 << bits) + 1];
        foreach (var key in groupKeys)
        {
            foreach (var form in shortened[..key.Shorten(DeletionsOf(key), shortened)])
            {
                starts[Bucket(form, shift) + 1]++;
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var next = starts.AsSpan().ToArray();
        var groups = new int[starts[^1]];
        for (var group = 0; group < groupKeys.Length; group++)
        {
            foreach (var form in shortened[..groupKeys[group].Shorten(DeletionsOf(groupKeys[group]), shortened)])
            {
                groups[next[Bucket(form, shift)]++] = group;
            }
        }

        return new NearTerms(groupStarts, terms, sets, stemLengths, starts, groups, shift);
    }

    private static int DeletionsOf(SpellingKey key) => key.Length < TwoTyposLength ? 1 : 2;

    private static int FormsOf(SpellingKey key) =>
        1 + key.Length + (DeletionsOf(key) == 2 ? key.Length * (key.Length - 1) / 2 : 0);

    /// <summary>Fibonacci hashing: the high bits of the product are well mixed.</summary>
    private static int Bucket(ulong form, int shift) => (int)((form * 0x9E3779B97F4A7C15UL) >> shift);
}
