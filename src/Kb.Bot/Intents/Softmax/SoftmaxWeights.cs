using System.Numerics.Tensors;
using Kb.Bot.Intents.Features;

namespace Kb.Bot.Intents.Softmax;

/// <summary>
/// The weights of a multinomial logistic regression: one row of classes for each feature, rows one after another, so that scoring
/// adds up a few hundred contiguous rows. The last row is the bias.
/// </summary>
public sealed class SoftmaxWeights
{
    private readonly float[] _rows;

    /// <summary>All zero.</summary>
    public SoftmaxWeights(int features, int classes)
    {
        Features = features;
        Classes = classes;
        _rows = new float[(features + 1) * classes];
    }

    /// <summary>Number of features, the bias not counted.</summary>
    public int Features { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>The weights of one feature, by class; row number <see cref="Features"/> is the bias.</summary>
    public Span<float> Row(int feature) => _rows.AsSpan(feature * Classes, Classes);

    /// <summary>Writes the score of every class (a log-probability up to a common constant) to <paramref name="scores"/>.</summary>
    public void Score(SparseVector vector, Span<float> scores)
    {
        Row(Features).CopyTo(scores);
        for (var i = 0; i < vector.Ids.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(Row(vector.Ids[i]), vector.Values[i], scores, scores);
        }
    }

    /// <summary>Adds a multiple of <paramref name="direction"/> to the row of every feature of the vector, and to the bias.</summary>
    public void Add(SparseVector vector, ReadOnlySpan<float> direction)
    {
        TensorPrimitives.Add(Row(Features), direction, Row(Features));
        for (var i = 0; i < vector.Ids.Length; i++)
        {
            var row = Row(vector.Ids[i]);
            TensorPrimitives.MultiplyAdd(direction, vector.Values[i], row, row);
        }
    }

    /// <summary>Rounds every row to what a model file holds.</summary>
    public void Quantize()
    {
        for (var feature = 0; feature <= Features; feature++)
        {
            QuantizedRow.Round(Row(feature));
        }
    }
}
