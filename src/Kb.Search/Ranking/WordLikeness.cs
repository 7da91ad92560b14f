using System.Numerics;
using Kb.Search.Index.Terms;

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
    private readonly ulong _signature;

    /// <summary>Runs that may be shared though no bit of the signature says so: those of the beginning, and those that lie on one bit with another.</summary>
    private readonly int _unseen;

    /// <param name="word">At least one character.</param>
    /// <param name="runs">Room, at least <see cref="MaxRuns"/> long; in use as long as this is.</param>
    /// <param name="places">Room, <see cref="Places"/> long, all zero.</param>
    public WordLikeness(ReadOnlySpan<char> word, Span<ulong> runs, Span<byte> places)
    {
        var count = Math.Min(word.Length, MaxRuns);
        var run = First(word);
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
        _signature = BeginningTable.SignatureOf(word);
        _unseen = count - BitOperations.PopCount(_signature);
    }

    /// <summary>The cosine with another word, in [0, 1].</summary>
    public readonly double CosineWith(ReadOnlySpan<char> other)
    {
        var shared = 0UL;
        var count = Math.Min(other.Length, MaxRuns);
        var run = First(other);
        for (var at = 0; at < count; at++)
        {
            // A run that a word has twice is found once on either side: sets, not bags.
            run = Next(run, other, at);
            var found = _places[PlaceOf(run, _runs, _places)];
            shared |= found == 0 ? 0 : 1UL << (found - 1);
        }

        return BitOperations.PopCount(shared) / Math.Sqrt((double)_runs.Length * count);
    }

    /// <summary>Whether two words of one beginning could have this cosine, by the signatures of their runs alone; says yes more often than it must.</summary>
    public readonly bool MayReach(double cosine, ulong otherSignature)
    {
        double shared = BitOperations.PopCount(_signature & otherSignature) + _unseen;
        return shared * shared >= cosine * cosine * _runs.Length * (BeginningTable.SharedRuns + BitOperations.PopCount(otherSignature));
    }

    /// <summary>A word of n letters has n runs: the first begins with the sign «^», the last ends with «$».</summary>
    private static ulong First(ReadOnlySpan<char> word) => ((ulong)'^' << LetterBits) | word[0];

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
