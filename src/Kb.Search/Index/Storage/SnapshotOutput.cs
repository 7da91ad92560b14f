using System.Runtime.InteropServices;

namespace Kb.Search.Index.Storage;

/// <summary>Writes numbers, texts and arrays as they lie in memory, little-endian.</summary>
internal sealed class SnapshotOutput(Stream stream)
{
    /// <summary>Writes a number.</summary>
    public void Write(int value) => Write([value]);

    /// <summary>Writes a text, unpaired surrogates and all.</summary>
    public void Write(string text)
    {
        Write(text.Length);
        Write(text.AsSpan());
    }

    /// <summary>Writes numbers behind their count.</summary>
    public void WriteArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        Write(values);
    }

    private void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged => stream.Write(MemoryMarshal.AsBytes(values));
}
