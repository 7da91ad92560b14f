using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kb.Search.Index.Storage;

/// <summary>Reads what <see cref="SnapshotOutput"/> wrote.</summary>
/// <param name="stream">Can seek: a length that the stream cannot hold is refused before memory is taken for it.</param>
internal sealed class SnapshotInput(Stream stream)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private long _left = stream.Length - stream.Position;

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public int ReadInt()
    {
        Span<int> value = stackalloc int[1];
        Fill(value);
        return value[0];
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public string ReadString() => string.Create(Length<char>(), this, static (text, input) => input.Fill(text));

    /// <summary>Reads a text that comes again and again, and keeps it in memory once.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public string ReadName()
    {
        var name = ReadString();
        return _names.TryAdd(name, name) ? name : _names[name];
    }

    /// <summary>Reads numbers behind their count.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public T[] ReadArray<T>()
        where T : unmanaged
    {
        var values = new T[Length<T>()];
        Fill(values.AsSpan());
        return values;
    }

    private int Length<T>()
    {
        var length = ReadInt();
        return length >= 0 && (long)length * Unsafe.SizeOf<T>() <= _left
            ? length
            : throw new InvalidDataException($"An array of {length} cannot be in the {_left} bytes that are left.");
    }

    private void Fill<T>(Span<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidDataException("The snapshot ends too early.");
        }

        _left -= bytes.Length;
    }
}
