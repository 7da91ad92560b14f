using System.Numerics.Tensors;
using Kb.Bot.Intents.Features;

namespace Kb.Bot.Intents.Network;

/// <summary>
/// Fits a <see cref="NetworkWeights"/> phrase by phrase to cross-entropy. Steps are AdaGrad's (J. Duchi et al., 2011) with one
/// accumulator a row: a rare word's row takes big steps, a common one's small, for a tenth of the memory of Adam. Half of the
/// features and now and then a whole word are hidden at each visit (N. Srivastava et al., "Dropout", 2014), so that a kind does not hang on
/// one word of a pattern. One thread at a time, hence the same result everywhere.
/// </summary>
internal sealed class NetworkTrainer
{
    /// <summary>The first step; it falls to zero in a straight line. Chosen on development sets: 0.05 diverges where phrases are few.</summary>
    private const float Rate = 0.02f;

    /// <summary>
    /// How many times faster the hidden units' rows learn: the errors of all phrases meet there, and one accumulator a row brakes them too soon.
    /// Of 0.5 to 8, 2 and 3 gain most: a third of a point where phrases are few.
    /// </summary>
    private const float OutputSpeed = 2f;

    /// <summary>What accumulators begin with: a row's first step, over a tiny square alone, would have full length however small the error.</summary>
    private const float FirstSquare = 1e-4f;

    private const float FeatureDropout = 0.5f;
    private const float WordDropout = 0.1f;

    /// <summary>A phrase whose prediction is off by less, in squares, is passed by: a seventh of all time, and no set loses by it.</summary>
    private const float Settled = 1e-3f;

    private readonly IReadOnlyList<SparseVector> _vectors;
    private readonly IReadOnlyList<int> _labels;
    private readonly int _passes;
    private readonly Random _random;
    private readonly int[] _order;
    private readonly FeatureMask _mask;
    private readonly float[] _inputSquares;
    private readonly float[] _outputSquares;
    private readonly float[] _hidden;
    private readonly float[] _hiddenError;
    private readonly float[] _scores;
    private int _pass;
    private float _hiddenBiasSquares;
    private float _outputBiasSquares;

    /// <param name="vectors">One for each phrase.</param>
    /// <param name="labels">The class of each phrase.</param>
    /// <param name="shape">The size of the network.</param>
    /// <param name="passes">Passes over the phrases that will be made.</param>
    /// <param name="seed">First weights, order of visits and what is hidden.</param>
    public NetworkTrainer(IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, NetworkShape shape, int passes, int seed)
    {
        _vectors = vectors;
        _labels = labels;
        _passes = passes;
        _random = new Random(seed);
        _order = [.. Enumerable.Range(0, vectors.Count)];
        Weights = new NetworkWeights(shape, _random);
        _mask = new FeatureMask(_random, FeatureDropout, WordDropout);
        _inputSquares = new float[shape.Features];
        _outputSquares = new float[shape.Hidden];
        _hidden = new float[shape.Hidden];
        _hiddenError = new float[shape.Hidden];
        _scores = new float[shape.Classes];
        Array.Fill(_inputSquares, FirstSquare);
        Array.Fill(_outputSquares, FirstSquare);
    }

    /// <summary>What was learnt so far.</summary>
    public NetworkWeights Weights { get; }

    /// <summary>Visits every phrase once more.</summary>
    public void Pass()
    {
        var rate = Rate * (1 - ((float)_pass++ / _passes));
        _random.Shuffle(_order);
        foreach (var i in _order)
        {
            Visit(_vectors[i], _labels[i], rate);
        }
    }

    private void Visit(SparseVector vector, int label, float rate)
    {
        var seen = _mask.Hide(vector);
        Predict(seen);
        // What is left of the prediction is the gradient of the loss by the scores.
        _scores[label] -= 1f;
        var error = Probabilities.SumOfSquares(_scores);
        if (error < Settled)
        {
            return;
        }

        LearnOutput(rate, error / _scores.Length);
        LearnInput(seen, rate, Probabilities.SumOfSquares(_hiddenError) / _hiddenError.Length);
    }

    private void Predict(SparseVector seen)
    {
        Weights.HiddenBias.CopyTo(_hidden, 0);
        for (var i = 0; i < seen.Ids.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(Weights.InputRow(seen.Ids[i]), seen.Values[i], _hidden, _hidden);
        }

        TensorPrimitives.Max(_hidden, 0f, _hidden);
        Weights.OutputBias.CopyTo(_scores, 0);
        for (var unit = 0; unit < _hidden.Length; unit++)
        {
            if (_hidden[unit] > 0)
            {
                TensorPrimitives.MultiplyAdd(Weights.OutputRow(unit), _hidden[unit], _scores, _scores);
            }
        }

        Probabilities.Normalize(_scores);
    }

    private void LearnOutput(float rate, float meanSquare)
    {
        for (var unit = 0; unit < _hidden.Length; unit++)
        {
            var activation = _hidden[unit];
            if (activation <= 0)
            {
                _hiddenError[unit] = 0;
                continue;
            }

            var row = Weights.OutputRow(unit);
            _hiddenError[unit] = Probabilities.Dot(row, _scores);
            Step(row, _scores, OutputSpeed * rate, activation, ref _outputSquares[unit], meanSquare);
        }

        Step(Weights.OutputBias, _scores, rate, 1f, ref _outputBiasSquares, meanSquare);
    }

    private void LearnInput(SparseVector seen, float rate, float meanSquare)
    {
        for (var i = 0; i < seen.Ids.Length; i++)
        {
            Step(Weights.InputRow(seen.Ids[i]), _hiddenError, rate, seen.Values[i], ref _inputSquares[seen.Ids[i]], meanSquare);
        }

        Step(Weights.HiddenBias, _hiddenError, rate, 1f, ref _hiddenBiasSquares, meanSquare);
    }

    /// <summary>Moves a row against its gradient, error times input, over the root of the mean squares it has seen so far.</summary>
    private static void Step(Span<float> row, ReadOnlySpan<float> error, float rate, float input, ref float squares, float meanSquare)
    {
        squares += input * input * meanSquare;
        TensorPrimitives.MultiplyAdd(error, -rate * input / (MathF.Sqrt(squares) + 1e-8f), row, row);
    }
}
