using Kb.Search.Index.Segments;

namespace Kb.Search.Index.Terms;

/// <summary>
/// Runs of letters (see <see cref="WordGrams"/>) and the surface forms that have them: which words of the index are spelled like a given one.
/// Immutable.
/// </summary>
internal sealed class GramTable
{
    private readonly TermTable _grams;
    private readonly int[] _starts;
    private readonly byte[] _surfaces;

    private GramTable(TermTable grams, int[] starts, byte[] surfaces)
    {
        _grams = grams;
        _starts = starts;
        _surfaces = surfaces;
    }

    /// <summary>Bytes in memory.</summary>
    public long Bytes => _grams.Bytes + _surfaces.Length + ((long)_starts.Length * sizeof(int));

    /// <summary>Number of distinct runs.</summary>
    public int Count => _grams.Count;

    /// <summary>The letters of a run.</summary>
    public ReadOnlySpan<char> this[int gram] => _grams[gram];

    /// <summary>The run's number, if any word has it.</summary>
    public bool TryFind(ReadOnlySpan<char> gram, out int number) => _grams.TryFind(gram, out number);

    /// <summary>The forms that have a run, ascending: the frequent ones first.</summary>
    public PackedNumbers Surfaces(int gram) => new(_surfaces.AsSpan(_starts[gram].._starts[gram + 1]));

    /// <summary>
    /// Whether a word is compared by its spelling. Numbers and codes are right or wrong, and of a compound the parts are compared.
    /// </summary>
    public static bool IsSpelled(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsLetter(character) && !char.IsSurrogate(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Cuts the surface forms with a stem into runs. The others are words that nobody searches for.</summary>
    public static GramTable Build(TermTable surfaces, ReadOnlySpan<int> stemOfSurface)
    {
        var grams = new TermTable();
        var pairs = new List<(int Gram, int Surface)>(surfaces.Count * 8);
        Span<char> frame = stackalloc char[WordGrams.FrameLength];
        for (var surface = 0; surface < surfaces.Count; surface++)
        {
            if (stemOfSurface[surface] >= 0 && IsSpelled(surfaces[surface]))
            {
                foreach (var gram in new WordGrams(surfaces[surface], frame))
                {
                    pairs.Add((grams.FindOrAdd(gram), surface));
                }
            }
        }

        grams.Trim();
        return Pack(grams, pairs);
    }

    private static GramTable Pack(TermTable grams, List<(int Gram, int Surface)> pairs)
    {
        var ends = new int[grams.Count + 1];
        foreach (var (gram, _) in pairs)
        {
            ends[gram + 1]++;
        }

        for (var gram = 0; gram < grams.Count; gram++)
        {
            ends[gram + 1] += ends[gram];
        }

        var sorted = new int[pairs.Count];
        var next = ends[..^1];
        foreach (var (gram, surface) in pairs)
        {
            sorted[next[gram]++] = surface;
        }

        var bytes = new ByteList();
        var starts = new int[grams.Count + 1];
        for (var gram = 0; gram < grams.Count; gram++)
        {
            PackedNumbers.Write(bytes, sorted.AsSpan(ends[gram]..ends[gram + 1]));
            starts[gram + 1] = bytes.Count;
        }

        return new GramTable(grams, starts, bytes.ToArray());
    }
}
