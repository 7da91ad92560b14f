using System.Runtime.CompilerServices;

namespace Kb.Search.Index.Segments;

/// <summary>Reads one document of a <see cref="ForwardIndex"/>, word by word. A cursor: no allocation.</summary>
internal ref struct ForwardReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _left;

    /// <summary>Field of the current word.</summary>
    public int Field { get; private set; }

    /// <summary>Whether the words of this field come in the order of the text, one by one; otherwise each comes once, with its number of times.</summary>
    public bool IsOrdered { get; private set; }

    /// <summary>Whether the current word is the first of a text: no phrase reaches back over it.</summary>
    public bool BeginsText { get; private set; }

    /// <summary>Number of the current surface form.</summary>
    public int Surface { get; private set; }

    /// <summary>How often the form stands in the field; 1 where words are in order.</summary>
    public int Times { get; private set; }

    /// <summary>Moves to the next word.</summary>
    /// <returns>False behind the last word.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next()
    {
        BeginsText = false;
        while (_left == 0)
        {
            if (_at == _bytes.Length)
            {
                return false;
            }

            BeginRun();
        }

        _left--;
        var code = VarInt.Read(_bytes, ref _at);
        if (IsOrdered)
        {
            Surface = code;
            return true;
        }

        Surface += (code >> 1) + 1;
        Times = (code & 1) == 0 ? 1 : VarInt.Read(_bytes, ref _at) + 2;
        return true;
    }

    private void BeginRun()
    {
        var header = VarInt.Read(_bytes, ref _at);
        (Field, IsOrdered, Surface, Times, BeginsText) = (header >> 1, (header & 1) == 1, -1, 1, true);
        _left = VarInt.Read(_bytes, ref _at);
    }
}
