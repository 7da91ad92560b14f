using System.Runtime.CompilerServices;

namespace Kb.Search.Index.Segments;

/// <summary>Numbers of one to five bytes, seven bits in each, the low bits first; the high bit says that more follow.</summary>
internal static class VarInt
{
    /// <summary>Most bytes of one number.</summary>
    public const int MaxBytes = 5;

    /// <summary>Reads the number at <paramref name="at"/> and moves past it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        int first = bytes[at++];
        return first < 0x80 ? first : ReadRest(bytes, ref at, first);
    }

    /// <summary>Appends a number ≥ 0.</summary>
    public static void Write(ByteList bytes, int number)
    {
        var rest = (uint)number;
        while (rest >= 0x80)
        {
            bytes.Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        bytes.Add((byte)rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadRest(ReadOnlySpan<byte> bytes, ref int at, int first)
    {
        int second = bytes[at++];
        var number = (first & 0x7F) | ((second & 0x7F) << 7);
        for (var shift = 14; second >= 0x80; shift += 7)
        {
            second = bytes[at++];
            number |= (second & 0x7F) << shift;
        }

        return number;
    }
}
