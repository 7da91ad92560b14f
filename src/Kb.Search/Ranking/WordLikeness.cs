using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kb.Search.Ranking;

/// <summary>
/// How alike two words are spelled: the cosine of their sets of three-letter runs («^оп», «опл» … «та$»), the usual measure of approximate string matching
/// by n-grams (Zobel, Dart, "Finding approximate matches in large lexicons", 1995).
/// </summary>
/// <remarks>Holds one word's runs, to be compared with many.</remarks>
internal ref struct WordLikeness
{
    /// <summary>Longer words are compared by their beginnings: a bit for every run fits one number.</summary>
    public const int MaxRuns = 64;

    /// <summary>Entries of the table in which runs are looked up: four times as many as runs, so that few lie in another's place.</summary>
    public const int Places = 256;

    private const int LetterBits = 16;
    private const ulong RunMask = (1UL << (3 * LetterBits)) - 1;

    private readonly ReadOnlySpan<ulong> _runs;

    /// <summary>Open addressing: index of a run + 1, 0 where free.</summary>
    private readonly ReadOnlySpan<byte> _places;

    /// <summary>Which runs are among the first n of the word that was compared last.</summary>
    private readonly Span<ulong> _shared;

    /// <param name="word">At least one character.</param>
    /// <param name="numbers">Room, <see cref="MaxRuns"/> · 2 + 1 long; in use as long as this is.</param>
    /// <param name="places">Room, <see cref="Places"/> long, all zero.</param>
    public WordLikeness(ReadOnlySpan<char> word, Span<ulong> numbers, Span<byte> places)
    {
        var count = Math.Min(word.Length, MaxRuns);
        var runs = numbers[..MaxRuns];
        var run = RunBefore(word, 0);
        for (var at = 0; at < count; at++)
        {
            run = Next(run, word, at);
            runs[at] = run;
            var place = PlaceOf(run, runs, places);
            if (places[place] == 0)
            {
                places[place] = (byte)(at + 1);
            }
        }

        _runs = runs[..count];
        _places = places[..Places];
        _shared = numbers[MaxRuns..];
        _shared[0] = 0;
    }

    /// <summary>The cosine with another word, in [0, 1].</summary>
    /// <param name="other">At least one character.</param>
    /// <param name="known">So many of its first letters are those of the word that was compared last: their runs are not looked up again.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly double CosineWith(ReadOnlySpan<char> other, int known = 0)
    {
        var count = Math.Min(other.Length, MaxRuns);
        // A run is known with the letter behind it: that of the last known letter is not.
        var at = Math.Min(Math.Max(0, known - 1), count - 1);
        var shared = _shared[at];
        for (var run = RunBefore(other, at); at < count; at++)
        {
            // A run that a word has twice is found once on either side: sets, not bags.
            run = Next(run, other, at);
            var found = _places[PlaceOf(run, _runs, _places)];
            shared |= found == 0 ? 0 : 1UL << (found - 1);
            _shared[at + 1] = shared;
        }

        return BitOperations.PopCount(shared) / Math.Sqrt((double)_runs.Length * count);
    }

    /// <summary>A word of n letters has n runs: the first begins with the sign «^», the last ends with «$».</summary>
    private static ulong RunBefore(ReadOnlySpan<char> word, int at) => ((ulong)(at == 0 ? '^' : word[at - 1]) << LetterBits) | word[at];

    private static ulong Next(ulong run, ReadOnlySpan<char> word, int at) =>
        ((run << LetterBits) & RunMask) | (at + 1 < word.Length ? word[at + 1] : '$');

    /// <summary>Where the run is, or the free place where it would be.</summary>
    private static int PlaceOf(ulong run, ReadOnlySpan<ulong> runs, ReadOnlySpan<byte> places)
    {
        var place = (int)((run * 0x9E3779B97F4A7C15) >> 56);
        while (places[place] is > 0 and var taken && runs[taken - 1] != run)
        {
            place = (place + 1) & (Places - 1);
        }

        return place;
    }
}
