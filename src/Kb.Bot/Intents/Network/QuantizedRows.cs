using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

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

    /// <summary>Rows are filled up with zeros to a multiple of this, so that no row has a rest to be added one by one.</summary>
    private const int Block = 64;

    private QuantizedRows(int width, float[] scales, sbyte[] levels)
    {
        Width = width;
        PaddedWidth = Padded(width);
        _scales = scales;
        _levels = levels;
    }

    /// <summary>Weights a row.</summary>
    public int Width { get; }

    /// <summary>How long a sum of rows must be: the width and zeros behind it.</summary>
    public int PaddedWidth { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _scales.Length;

    /// <summary>Rounds rows.</summary>
    /// <param name="count">How many.</param>
    /// <param name="width">Weights a row.</param>
    /// <param name="fill">Writes a row, given its number, into a buffer that is zero before the first.</param>
    public static QuantizedRows Of(int count, int width, Action<int, float[]> fill)
    {
        var rows = new QuantizedRows(width, new float[count], new sbyte[count * Padded(width)]);
        var buffer = new float[width];
        for (var row = 0; row < count; row++)
        {
            fill(row, buffer);
            var scale = Math.Abs(TensorPrimitives.MaxMagnitude<float>(buffer)) / Levels;
            rows._scales[row] = scale;
            for (var i = 0; i < width && scale > 0; i++)
            {
                rows._levels[(row * rows.PaddedWidth) + i] = (sbyte)MathF.Round(buffer[i] / scale);
            }
        }

        return rows;
    }

    /// <summary>Adds a multiple of a row to <paramref name="sum"/>.</summary>
    /// <param name="sum">Of <see cref="PaddedWidth"/>.</param>
    /// <param name="row">Which.</param>
    /// <param name="factor">How many times.</param>
    public void AddTo(Span<float> sum, int row, float factor)
    {
        var levels = _levels.AsSpan(row * PaddedWidth, PaddedWidth);
        factor *= _scales[row];
        for (var at = 0; at < levels.Length; at += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(levels[at..]), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var part = sum.Slice(at, Vector<sbyte>.Count);
            AddTo(part, 0, first, factor);
            AddTo(part, 1, second, factor);
            AddTo(part, 2, third, factor);
            AddTo(part, 3, fourth, factor);
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
        var levels = new sbyte[rows.Count * rows.PaddedWidth];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(levels.AsSpan()));
        return new QuantizedRows(width, rows._scales, levels);
    }

    private static int Padded(int width) => (width + Block - 1) / Block * Block;

    /// <summary>One multiplication and one addition for every weight, whatever the width of a vector is: the sums are the same on every machine.</summary>
    private static void AddTo(Span<float> sum, int vector, Vector<int> levels, float factor)
    {
        var part = sum.Slice(vector * Vector<float>.Count, Vector<float>.Count);
        (new Vector<float>(part) + (Vector.ConvertToSingle(levels) * factor)).CopyTo(part);
    }
}
