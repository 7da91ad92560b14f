using System.Numerics;

namespace Kb.Search.Index.Terms;

/// <summary>
/// The surface forms of a vocabulary by their first three letters: in Russian, words of one root differ at their end, so the relatives of a word
/// stand in its group. A group is read from its beginning to its end, as a printed dictionary would be: sorted and front-coded (each word as the number of letters
/// that it shares with the one before, and the others; Witten, Moffat, Bell, "Managing Gigabytes", 1999, 4.1), so it lies in one piece of memory and
/// who compares its words looks at their common beginnings once. Immutable.
/// </summary>
internal sealed class BeginningTable
{
    /// <summary>Letters that a word and its relatives share.</summary>
    public const int Letters = 3;

    private readonly int[] _starts;
    private readonly int[] _surfaces;
    private readonly int[] _textStarts;
    private readonly char[] _text;

    private BeginningTable(int[] starts, int[] surfaces, int[] textStarts, char[] text)
    {
        _starts = starts;
        _surfaces = surfaces;
        _textStarts = textStarts;
        _text = text;
    }

    /// <summary>Bytes in memory.</summary>
    public long Bytes => ((_starts.Length + _surfaces.Length + _textStarts.Length) * (long)sizeof(int)) + (_text.Length * (long)sizeof(char));

    /// <summary>The forms that begin like a word, in the order of their letters; among them few that only fall into the same group.</summary>
    /// <param name="word">At least <see cref="Letters"/> characters.</param>
    /// <param name="room">At least <see cref="Analysis.TermBuffer.MaxLength"/> characters; in use as long as the forms are.</param>
    public FrontCodedWords Like(ReadOnlySpan<char> word, Span<char> room)
    {
        var group = GroupOf(word, _starts.Length - 1);
        return new FrontCodedWords(_surfaces.AsSpan(_starts[group].._starts[group + 1]), _text.AsSpan(_textStarts[group].._textStarts[group + 1]), room);
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
        var next = starts[..^1];
        for (var surface = 0; surface < groupOf.Length; surface++)
        {
            if (groupOf[surface] >= 0)
            {
                sorted[next[groupOf[surface]]++] = surface;
            }
        }

        return Pack(surfaces, starts, sorted);
    }

    private static BeginningTable Pack(TermTable surfaces, int[] starts, int[] sorted)
    {
        var text = new List<char>(sorted.Length * 8);
        var textStarts = new int[starts.Length];
        for (var group = 0; group + 1 < starts.Length; group++)
        {
            var ofGroup = sorted.AsSpan(starts[group]..starts[group + 1]);
            ofGroup.Sort((a, b) => surfaces[a].SequenceCompareTo(surfaces[b]));
            FrontCodedWords.Write(text, surfaces, ofGroup);
            textStarts[group + 1] = text.Count;
        }

        return new BeginningTable(starts, sorted, textStarts, [.. text]);
    }

    // Knuth's multiplicative hash: neighbouring letters must not fall into neighbouring groups only.
    private static int GroupOf(ReadOnlySpan<char> word, int groups) => (int)(Mix(word[0], word[1], word[2]) >> 8) & (groups - 1);

    private static uint Mix(char a, char b, char c) => ((((a * 1039u) + b) * 1039u) + c) * 2654435761u;
}
