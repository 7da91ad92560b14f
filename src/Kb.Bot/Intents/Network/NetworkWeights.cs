namespace Kb.Bot.Intents.Network;

/// <summary>
/// The weights of a network with one hidden layer while it learns: features → hidden units (rectified) → classes. Rows lie one after
/// another, so that a message of two hundred features adds up two hundred contiguous rows.
/// </summary>
internal sealed class NetworkWeights
{
    /// <summary>Half the width of the first weights' range: small enough that the hidden layer starts almost linear. Chosen on development sets.</summary>
    private const float InputRange = 0.02f;

    private readonly float[] _input;
    private readonly float[] _output;

    /// <summary>Random rows, which break the symmetry of the units; zero biases.</summary>
    public NetworkWeights(NetworkShape shape, Random random)
    {
        Shape = shape;
        _input = Uniform(shape.Features * shape.Hidden, InputRange, random);
        // X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010).
        _output = Uniform(shape.Hidden * shape.Classes, MathF.Sqrt(6f / (shape.Hidden + shape.Classes)), random);
        HiddenBias = new float[shape.Hidden];
        OutputBias = new float[shape.Classes];
    }

    public NetworkShape Shape { get; }

    public float[] HiddenBias { get; }

    public float[] OutputBias { get; }

    /// <summary>What one feature adds to every hidden unit.</summary>
    public Span<float> InputRow(int feature) => _input.AsSpan(feature * Shape.Hidden, Shape.Hidden);

    /// <summary>What one hidden unit adds to every class.</summary>
    public Span<float> OutputRow(int unit) => _output.AsSpan(unit * Shape.Classes, Shape.Classes);

    private static float[] Uniform(int length, float range, Random random)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = ((random.NextSingle() * 2) - 1) * range;
        }

        return values;
    }
}

/// <summary>The size of a network.</summary>
/// <param name="Features">Inputs.</param>
/// <param name="Hidden">Units between.</param>
/// <param name="Classes">Outputs.</param>
internal readonly record struct NetworkShape(int Features, int Hidden, int Classes);
