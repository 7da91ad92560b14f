using System.Numerics;

namespace Kb.Search.Index.Terms;

/// <summary>
/// The surface forms of a vocabulary by their first three letters: in Russian, words of one root differ at their end, so the relatives of a word
/// stand in its group. Each form has a signature of its runs of letters, which tells most of a group at a glance. Immutable.
/// </summary>
internal sealed class BeginningTable
{
    /// <summary>Letters that a word and its relatives share.</summary>
    public const int Letters = 3;

    /// <summary>Runs of three letters that follow from these: «^оп» and «опл» for «опл».</summary>
    public const int SharedRuns = 2;

    private readonly int[] _starts;
    private readonly int[] _surfaces;
    private readonly ulong[] _signatures;

    private BeginningTable(int[] starts, int[] surfaces, ulong[] signatures)
    {
        _starts = starts;
        _surfaces = surfaces;
        _signatures = signatures;
    }

    /// <summary>Bytes in memory.</summary>
    public long Bytes => ((_starts.Length + _surfaces.Length) * (long)sizeof(int)) + (_signatures.Length * (long)sizeof(ulong));

    /// <summary>The forms that begin like a word, ascending; among them few that only fall into the same group.</summary>
    /// <param name="word">At least <see cref="Letters"/> characters.</param>
    /// <param name="signatures">Their signatures, in the same order.</param>
    public ReadOnlySpan<int> Like(ReadOnlySpan<char> word, out ReadOnlySpan<ulong> signatures)
    {
        var group = GroupOf(word, _starts.Length - 1);
        var range = _starts[group].._starts[group + 1];
        signatures = _signatures.AsSpan(range);
        return _surfaces.AsSpan(range);
    }

    /// <summary>
    /// One bit for each run of three letters but the first two, which the words of a group have in common; different runs may share a bit.
    /// </summary>
    public static ulong SignatureOf(ReadOnlySpan<char> word)
    {
        var signature = 0UL;
        for (var at = 1; at + 1 < word.Length; at++)
        {
            signature |= 1UL << BitOf(word[at], word[at + 1], at + 2 < word.Length ? word[at + 2] : '$');
        }

        return signature;
    }

    /// <summary>Groups the searchable forms of at least three letters and nothing but letters.</summary>
    public static BeginningTable Build(TermTable surfaces, ReadOnlySpan<int> stemOfSurface)
    {
        var groups = (int)BitOperations.RoundUpToPowerOf2((uint)(surfaces.Count / 4) + 16);
        var groupOf = new int[surfaces.Count];
        var starts = new int[groups + 1];
        for (var surface = 0; surface < groupOf.Length; surface++)
        {
            var searchable = stemOfSurface[surface] >= 0 && surfaces[surface].Length >= Letters && GramTable.IsSpelled(surfaces[surface]);
            groupOf[surface] = searchable ? GroupOf(surfaces[surface], groups) : -1;
            starts[groupOf[surface] + 1] += searchable ? 1 : 0;
        }

        for (var group = 0; group < groups; group++)
        {
            starts[group + 1] += starts[group];
        }

        var sorted = new int[starts[^1]];
        var signatures = new ulong[sorted.Length];
        var next = starts[..^1];
        for (var surface = 0; surface < groupOf.Length; surface++)
        {
            if (groupOf[surface] >= 0)
            {
                var to = next[groupOf[surface]]++;
                sorted[to] = surface;
                signatures[to] = SignatureOf(surfaces[surface]);
            }
        }

        return new BeginningTable(starts, sorted, signatures);
    }

    // Knuth's multiplicative hash: neighbouring letters must not fall into neighbouring bits and groups only.
    private static int GroupOf(ReadOnlySpan<char> word, int groups) => (int)(Mix(word[0], word[1], word[2]) >> 8) & (groups - 1);

    private static int BitOf(char a, char b, char c) => (int)(Mix(a, b, c) >> 26);

    private static uint Mix(char a, char b, char c) => ((((a * 1039u) + b) * 1039u) + c) * 2654435761u;
}
