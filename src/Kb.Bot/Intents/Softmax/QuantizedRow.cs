using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Kb.Bot.Intents.Softmax;

/// <summary>
/// A row of weights in one byte each, scaled by the row's largest: a quarter of the size, and no ranking of the development sets changes.
/// Training rounds its result this way, so that a model that was saved and read back is the same one.
/// </summary>
internal static class QuantizedRow
{
    private const float Levels = sbyte.MaxValue;

    /// <summary>Rounds a row to what <see cref="Write"/> can hold.</summary>
    public static void Round(Span<float> row)
    {
        var scale = Scale(row);
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = Level(row[i], scale) * scale;
        }
    }

    /// <summary>Writes a rounded row.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> row)
    {
        var scale = Scale(row);
        writer.Write(scale);
        foreach (var weight in row)
        {
            writer.Write(Level(weight, scale));
        }
    }

    /// <summary>Reads a row.</summary>
    public static void Read(BinaryReader reader, Span<float> row)
    {
        var scale = reader.ReadSingle();
        var levels = MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(row.Length));
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = levels[i] * scale;
        }
    }

    /// <summary>Without its 8 lowest bits, so that a level times the scale is exact and dividing it again gives the same scale.</summary>
    private static float Scale(ReadOnlySpan<float> row) =>
        BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(Math.Abs(TensorPrimitives.MaxMagnitude(row)) / Levels) & 0xFFFF_FF00);

    private static sbyte Level(float weight, float scale) => scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(weight / scale);
}
