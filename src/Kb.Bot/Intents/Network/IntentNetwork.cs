using Kb.Bot.Intents.Features;

namespace Kb.Bot.Intents.Network;

/// <summary>
/// Trained networks side by side as one: their hidden layers joined, their scores averaged, which is steadier than any of them.
/// Immutable, thread-safe.
/// </summary>
internal sealed class IntentNetwork
{
    private readonly QuantizedRows _input;
    private readonly QuantizedRows _output;

    /// <summary>Biases are one row each: of all hidden units, and of all classes.</summary>
    private readonly QuantizedRows _hiddenBias;
    private readonly QuantizedRows _outputBias;

    private IntentNetwork(QuantizedRows input, QuantizedRows hiddenBias, QuantizedRows output, QuantizedRows outputBias)
    {
        _input = input;
        _hiddenBias = hiddenBias;
        _output = output;
        _outputBias = outputBias;
    }

    /// <summary>Number of classes.</summary>
    public int Classes => _output.Width;

    /// <summary>Joins networks of one shape.</summary>
    public static IntentNetwork Join(IReadOnlyList<NetworkWeights> parts)
    {
        var shape = parts[0].Shape;
        var hidden = shape.Hidden * parts.Count;
        return new IntentNetwork(
            QuantizedRows.Of(shape.Features, hidden, (feature, row) => Beside(row, part => part.InputRow(feature))),
            QuantizedRows.Of(1, hidden, (_, row) => Beside(row, part => part.HiddenBias)),
            QuantizedRows.Of(hidden, shape.Classes, (unit, row) => Averaged(row, parts[unit / shape.Hidden].OutputRow(unit % shape.Hidden))),
            QuantizedRows.Of(1, shape.Classes, (_, row) => { Array.Clear(row); foreach (var part in parts) { Add(row, part.OutputBias); } }));

        void Beside(float[] row, Func<NetworkWeights, Span<float>> piece)
        {
            for (var i = 0; i < parts.Count; i++)
            {
                piece(parts[i]).CopyTo(row.AsSpan(i * shape.Hidden));
            }
        }

        void Averaged(float[] row, ReadOnlySpan<float> piece)
        {
            Array.Clear(row);
            Add(row, piece);
        }

        void Add(float[] row, ReadOnlySpan<float> piece)
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] += piece[i] / parts.Count;
            }
        }
    }

    /// <summary>The score of every class: log-probabilities up to a common constant, which itself tells how much of the message is known.</summary>
    public float[] Score(SparseVector vector)
    {
        var hidden = new float[_input.PaddedWidth];
        _hiddenBias.AddTo(hidden, [0], [1f]);
        _input.AddTo(hidden, vector.Ids, vector.Values);

        Span<int> active = stackalloc int[hidden.Length];
        var count = 0;
        for (var unit = 0; unit < hidden.Length; unit++)
        {
            if (hidden[unit] > 0)
            {
                active[count] = unit;
                hidden[count++] = hidden[unit];
            }
        }

        var scores = new float[_output.PaddedWidth];
        _outputBias.AddTo(scores, [0], [1f]);
        _output.AddTo(scores, active[..count], hidden.AsSpan(0, count));
        return scores[..Classes].ToArray();
    }

    /// <summary>Writes all weights.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (var rows in new[] { _input, _hiddenBias, _output, _outputBias })
        {
            rows.Write(writer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IntentNetwork Read(BinaryReader reader) =>
        new(QuantizedRows.Read(reader), QuantizedRows.Read(reader), QuantizedRows.Read(reader), QuantizedRows.Read(reader));
}
