namespace Kb.Search.Index.Segments;

/// <summary>Ascending numbers, kept as the gaps between them. A cursor for <c>foreach</c>: no allocation.</summary>
internal ref struct PackedNumbers(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The current number.</summary>
    public int Current { get; private set; } = -1;

    /// <summary>For <c>foreach</c>.</summary>
    public readonly PackedNumbers GetEnumerator() => this;

    /// <summary>Moves to the next number.</summary>
    public bool MoveNext()
    {
        if (_at == _bytes.Length)
        {
            return false;
        }

        Current += VarInt.Read(_bytes, ref _at) + 1;
        return true;
    }

    /// <summary>Appends ascending numbers ≥ 0.</summary>
    public static void Write(ByteList bytes, ReadOnlySpan<int> ascending)
    {
        var last = -1;
        foreach (var number in ascending)
        {
            VarInt.Write(bytes, number - last - 1);
            last = number;
        }
    }
}
