using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kb.Bot.Intents.Network;

/// <summary>
/// A matrix in one byte a weight, each row scaled by its largest: a quarter of the memory and of the file, read without unpacking, and no
/// ranking of the development sets changes. Immutable once filled.
/// </summary>
internal sealed class QuantizedRows
{
    private const float Levels = sbyte.MaxValue;

    private readonly sbyte[] _levels;
    private readonly float[] _scales;

    private QuantizedRows(int width, float[] scales, sbyte[] levels)
    {
        Width = width;
        _scales = scales;
        _levels = levels;
    }

    /// <summary>Weights a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _scales.Length;

    /// <summary>Rounds rows.</summary>
    /// <param name="count">How many.</param>
    /// <param name="width">Weights a row.</param>
    /// <param name="fill">Writes a row, given its number, into a buffer that is zero before the first.</param>
    public static QuantizedRows Of(int count, int width, Action<int, float[]> fill)
    {
        var rows = new QuantizedRows(width, new float[count], new sbyte[count * width]);
        var buffer = new float[width];
        for (var row = 0; row < count; row++)
        {
            fill(row, buffer);
            var scale = Math.Abs(TensorPrimitives.MaxMagnitude<float>(buffer)) / Levels;
            rows._scales[row] = scale;
            for (var i = 0; i < width && scale > 0; i++)
            {
                rows._levels[(row * width) + i] = (sbyte)MathF.Round(buffer[i] / scale);
            }
        }

        return rows;
    }

    /// <summary>Adds a multiple of a row to <paramref name="sum"/>.</summary>
    public void AddTo(Span<float> sum, int row, float factor)
    {
        var levels = _levels.AsSpan(row * Width, Width);
        factor *= _scales[row];
        var at = 0;
        for (; at <= Width - Vector128<sbyte>.Count; at += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create<sbyte>(levels[at..]));
            AddFour(sum[at..], Vector128.WidenLower(low), factor);
            AddFour(sum[(at + 4)..], Vector128.WidenUpper(low), factor);
            AddFour(sum[(at + 8)..], Vector128.WidenLower(high), factor);
            AddFour(sum[(at + 12)..], Vector128.WidenUpper(high), factor);
        }

        for (; at < Width; at++)
        {
            sum[at] += levels[at] * factor;
        }
    }

    /// <summary>Writes size, scales and levels.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Width);
        writer.Write(Count);
        writer.Write(MemoryMarshal.AsBytes(_scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_levels.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static QuantizedRows Read(BinaryReader reader)
    {
        var width = reader.ReadInt32();
        var rows = new QuantizedRows(width, new float[reader.ReadInt32()], []);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows._scales.AsSpan()));
        var levels = new sbyte[rows.Count * width];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(levels.AsSpan()));
        return new QuantizedRows(width, rows._scales, levels);
    }

    private static void AddFour(Span<float> sum, Vector128<int> levels, float factor) =>
        (Vector128.Create<float>(sum) + (Vector128.ConvertToSingle(levels) * factor)).CopyTo(sum);
}
