using System.Runtime.CompilerServices;

namespace Kb.Search.Index.Segments;

/// <summary>Reads one document of a <see cref="ForwardIndex"/>, word by word. A cursor: no allocation.</summary>
internal ref struct ForwardReader(ReadOnlySpan<byte> codes)
{
    private readonly ReadOnlySpan<byte> _codes = codes;
    private int _at;

    /// <summary>Field of the current word.</summary>
    public int Field { get; private set; } = -1;

    /// <summary>Whether the current word is the first of a text: no phrase reaches back over it.</summary>
    public bool BeginsText { get; private set; }

    /// <summary>Number of the current surface form.</summary>
    public int Surface { get; private set; }

    /// <summary>Moves to the next word.</summary>
    /// <returns>False behind the last word.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next()
    {
        BeginsText = false;
        while (_at < _codes.Length)
        {
            var code = VarInt.Read(_codes, ref _at);
            if (code >= IndexOptions.MaxFields)
            {
                Surface = code - IndexOptions.MaxFields;
                return true;
            }

            Field = code;
            BeginsText = true;
        }

        return false;
    }
}
