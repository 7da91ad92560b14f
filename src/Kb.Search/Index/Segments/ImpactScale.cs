namespace Kb.Search.Index.Segments;

/// <summary>
/// One byte for what a term is worth in a document: a logarithmic scale, so that every worth is kept with the same relative error (≤ 1.1 %).
/// It only decides which documents become candidates; their final scores are computed anew, without this rounding.
/// </summary>
internal static class ImpactScale
{
    private const double StepsPerOctave = 32;
    private const int Top = byte.MaxValue;

    /// <summary>The largest worth over the smallest that is told apart is 2^(255/32) ≈ 250; what is worth less counts as the smallest.</summary>
    /// <param name="share">Worth, relative to the most that a term can be worth; greater than 0, at most 1.</param>
    public static byte Encode(double share) => (byte)Math.Clamp(Math.Round(Top + (StepsPerOctave * Math.Log2(share))), 0, Top);

    /// <summary>The share that a byte stands for.</summary>
    public static double Decode(byte impact) => Math.Pow(2, (impact - Top) / StepsPerOctave);
}
