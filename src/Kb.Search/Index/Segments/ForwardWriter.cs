using System.Runtime.InteropServices;
using Kb.Search.Index.Terms;

namespace Kb.Search.Index.Segments;

/// <summary>
/// Writes a <see cref="ForwardIndex"/>: runs of words, each with a header (field · 2 + 1 if in order), the number of entries, and the entries: surface numbers,
/// or, not in order, gaps between ascending ones · 2 + 1 where the times less two follow.
/// </summary>
internal sealed class ForwardWriter(Vocabulary vocabulary, int fieldCount)
{
    /// <summary>A field of at most so many words keeps their order.</summary>
    public const int MaxOrdered = 24;

    private readonly ByteList _bytes = new();
    private readonly List<int> _starts = [0];
    private readonly List<int> _lengths = [];
    private readonly List<int> _sorted = [];

    /// <summary>Appends a document.</summary>
    /// <param name="codes">As in <see cref="WordStream"/>, numbered by the vocabulary.</param>
    public void Add(ReadOnlySpan<int> codes)
    {
        for (var field = 0; field < fieldCount; field++)
        {
            _lengths.Add(0);
        }

        while (!codes.IsEmpty)
        {
            var ofField = codes[..FieldEnd(codes)];
            codes = codes[ofField.Length..];
            WriteField(ofField);
        }

        _starts.Add(_bytes.Count);
    }

    /// <summary>The finished index.</summary>
    public ForwardIndex Build() => new([.. _starts], _bytes.ToArray(), [.. _lengths], fieldCount);

    /// <summary>Where the texts of the first field end: they stand one behind another.</summary>
    private static int FieldEnd(ReadOnlySpan<int> codes)
    {
        var end = 1;
        while (end < codes.Length && (codes[end] >= IndexOptions.MaxFields || codes[end] == codes[0]))
        {
            end++;
        }

        return end;
    }

    private void WriteField(ReadOnlySpan<int> codes)
    {
        var field = codes[0];
        _sorted.Clear();
        foreach (var code in codes)
        {
            if (code >= IndexOptions.MaxFields)
            {
                _sorted.Add(code - IndexOptions.MaxFields);
                _lengths[_lengths.Count - fieldCount + field] += vocabulary.StemOf(code - IndexOptions.MaxFields) >= 0 ? 1 : 0;
            }
        }

        if (_sorted.Count <= MaxOrdered)
        {
            WriteInOrder(field, codes);
        }
        else
        {
            WriteDistinct(field);
        }
    }

    private void WriteInOrder(int field, ReadOnlySpan<int> codes)
    {
        for (var at = 0; at < codes.Length;)
        {
            var begin = ++at; // Behind the mark of the field.
            while (at < codes.Length && codes[at] >= IndexOptions.MaxFields)
            {
                at++;
            }

            VarInt.Write(_bytes, (field * 2) + 1);
            VarInt.Write(_bytes, at - begin);
            foreach (var code in codes[begin..at])
            {
                VarInt.Write(_bytes, code - IndexOptions.MaxFields);
            }
        }
    }

    private void WriteDistinct(int field)
    {
        var sorted = CollectionsMarshal.AsSpan(_sorted);
        sorted.Sort();
        var distinct = 1;
        for (var at = 1; at < sorted.Length; at++)
        {
            distinct += sorted[at] == sorted[at - 1] ? 0 : 1;
        }

        VarInt.Write(_bytes, field * 2);
        VarInt.Write(_bytes, distinct);
        var last = -1;
        for (var at = 0; at < sorted.Length;)
        {
            var surface = sorted[at];
            var first = at;
            while (at < sorted.Length && sorted[at] == surface)
            {
                at++;
            }

            VarInt.Write(_bytes, ((surface - last - 1) << 1) | (at - first > 1 ? 1 : 0));
            if (at - first > 1)
            {
                VarInt.Write(_bytes, at - first - 2);
            }

            last = surface;
        }
    }
}
