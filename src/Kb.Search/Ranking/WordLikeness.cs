using System.Numerics;

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

    private readonly ReadOnlySpan<ulong> _runs;

    /// <param name="word">At least one character.</param>
    /// <param name="room">At least <see cref="MaxRuns"/> long; in use as long as this is.</param>
    public WordLikeness(ReadOnlySpan<char> word, Span<ulong> room)
    {
        var count = Math.Min(word.Length, MaxRuns);
        for (var at = 0; at < count; at++)
        {
            room[at] = RunAt(word, at);
        }

        _runs = room[..count];
    }

    /// <summary>The cosine with another word, in [0, 1].</summary>
    public readonly double CosineWith(ReadOnlySpan<char> other)
    {
        var shared = 0UL;
        var count = Math.Min(other.Length, MaxRuns);
        for (var at = 0; at < count; at++)
        {
            // A run that a word has twice is found once on either side: sets, not bags.
            var found = _runs.IndexOf(RunAt(other, at));
            shared |= found < 0 ? 0 : 1UL << found;
        }

        return BitOperations.PopCount(shared) / Math.Sqrt((double)_runs.Length * count);
    }

    /// <summary>Whether two words could have this cosine, by the signatures of their runs alone; says yes more often than it must.</summary>
    public readonly bool MayReach(double cosine, ulong signature, ulong otherSignature)
    {
        // Runs of this word that lie on one bit may be shared and still be seen as one.
        double shared = BitOperations.PopCount(signature & otherSignature) + _runs.Length - BitOperations.PopCount(signature);
        return shared * shared >= cosine * cosine * _runs.Length * BitOperations.PopCount(otherSignature);
    }

    /// <summary>A word of n letters has n runs: the first begins with the sign «^», the last ends with «$».</summary>
    private static ulong RunAt(ReadOnlySpan<char> word, int at) =>
        ((ulong)(at == 0 ? '^' : word[at - 1]) << 32) | ((ulong)word[at] << 16) | (at + 1 < word.Length ? word[at + 1] : '$');
}
