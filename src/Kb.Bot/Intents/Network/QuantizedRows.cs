using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kb.Bot.Intents.Network;

/// <summary>
/// A matrix in one byte a weight, each row scaled by its largest: a quarter of the memory and of the file, read without unpacking, and no
/// ranking of the development sets changes. Immutable once filled.
/// </summary>
internal sealed class QuantizedRows
{
    private const float MostLevel = sbyte.MaxValue;

    private readonly sbyte[] _levels;
    private readonly float[] _scales;

    /// <summary>Rows are filled up with zeros to a multiple of this, so that no row has a rest to be added one by one.</summary>
    private const int Block = 64;

    /// <summary>Rows that are added in one go.</summary>
    private const int Together = 4;

    /// <summary>Vectors of floats to one of bytes.</summary>
    private const int Parts = sizeof(float) / sizeof(sbyte);

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
            var scale = Math.Abs(TensorPrimitives.MaxMagnitude<float>(buffer)) / MostLevel;
            rows._scales[row] = scale;
            for (var i = 0; i < width && scale > 0; i++)
            {
                rows._levels[(row * rows.PaddedWidth) + i] = (sbyte)MathF.Round(buffer[i] / scale);
            }
        }

        return rows;
    }

    /// <summary>Adds multiples of rows to <paramref name="sum"/>, one row after another.</summary>
    /// <param name="sum">Of <see cref="PaddedWidth"/>.</param>
    /// <param name="rows">Which.</param>
    /// <param name="factors">How many times each.</param>
    public void AddTo(Span<float> sum, ReadOnlySpan<int> rows, ReadOnlySpan<float> factors)
    {
        var at = 0;
        for (; at + Together <= rows.Length; at += Together)
        {
            AddFour(sum, rows.Slice(at, Together), factors.Slice(at, Together));
        }

        for (; at < rows.Length; at++)
        {
            AddOne(sum, rows[at], factors[at]);
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

    private ReadOnlySpan<Vector<sbyte>> Levels(int row) => MemoryMarshal.Cast<sbyte, Vector<sbyte>>(_levels.AsSpan(row * PaddedWidth, PaddedWidth));

    private void AddOne(Span<float> sum, int row, float factor)
    {
        var levels = Levels(row);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        for (var at = 0; at < levels.Length; at++)
        {
            var four = sums.Slice(at * Parts, Parts);
            var (first, second, third, fourth) = (four[0], four[1], four[2], four[3]);
            Add(levels[at], factor * _scales[row], ref first, ref second, ref third, ref fourth);
            (four[0], four[1], four[2], four[3]) = (first, second, third, fourth);
        }
    }

    /// <summary>Four rows in one go: the sums stay in registers meanwhile, and four far places of the memory are waited for at once.</summary>
    private void AddFour(Span<float> sum, ReadOnlySpan<int> rows, ReadOnlySpan<float> factors)
    {
        var a = Levels(rows[0]);
        var b = Levels(rows[1]);
        var c = Levels(rows[2]);
        var d = Levels(rows[3]);
        var (timesA, timesB, timesC, timesD) =
            (factors[0] * _scales[rows[0]], factors[1] * _scales[rows[1]], factors[2] * _scales[rows[2]], factors[3] * _scales[rows[3]]);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        for (var at = 0; at < a.Length; at++)
        {
            var four = sums.Slice(at * Parts, Parts);
            var (first, second, third, fourth) = (four[0], four[1], four[2], four[3]);
            Add(a[at], timesA, ref first, ref second, ref third, ref fourth);
            Add(b[at], timesB, ref first, ref second, ref third, ref fourth);
            Add(c[at], timesC, ref first, ref second, ref third, ref fourth);
            Add(d[at], timesD, ref first, ref second, ref third, ref fourth);
            (four[0], four[1], four[2], four[3]) = (first, second, third, fourth);
        }
    }

    /// <summary>One multiplication and one addition for every weight, whatever the width of a vector is: the sums are the same on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector<sbyte> levels, float factor, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third, ref Vector<float> fourth)
    {
        Vector.Widen(levels, out var low, out var high);
        Vector.Widen(low, out var one, out var two);
        Vector.Widen(high, out var three, out var four);
        first += Vector.ConvertToSingle(one) * factor;
        second += Vector.ConvertToSingle(two) * factor;
        third += Vector.ConvertToSingle(three) * factor;
        fourth += Vector.ConvertToSingle(four) * factor;
    }
}
