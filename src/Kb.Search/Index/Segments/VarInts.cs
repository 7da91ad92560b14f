namespace Kb.Search.Index.Segments;

/// <summary>Numbers in any order, one behind another. A cursor for <c>foreach</c>: no allocation.</summary>
internal ref struct VarInts(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The current number.</summary>
    public int Current { get; private set; }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly VarInts GetEnumerator() => this;

    /// <summary>Moves to the next number.</summary>
    public bool MoveNext()
    {
        if (_at == _bytes.Length)
        {
            return false;
        }

        Current = VarInt.Read(_bytes, ref _at);
        return true;
    }
}
