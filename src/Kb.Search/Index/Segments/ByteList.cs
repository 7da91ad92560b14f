namespace Kb.Search.Index.Segments;

/// <summary>Bytes that are still being written.</summary>
internal sealed class ByteList
{
    private byte[] _bytes = new byte[256];

    /// <summary>Bytes written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes one byte at the end.</summary>
    public void Add(byte value)
    {
        if (Count == _bytes.Length)
        {
            Array.Resize(ref _bytes, checked(_bytes.Length * 2));
        }

        _bytes[Count++] = value;
    }

    /// <summary>A copy of what was written.</summary>
    public byte[] ToArray() => _bytes.AsSpan(0, Count).ToArray();
}
