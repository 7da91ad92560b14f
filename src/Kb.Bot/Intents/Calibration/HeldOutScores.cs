using Kb.Bot.Intents.Softmax;

namespace Kb.Bot.Intents.Calibration;

/// <summary>Scores of phrases by a model that did not see them.</summary>
/// <param name="Scores">One array of class scores for each phrase.</param>
/// <param name="Labels">The right class of each.</param>
internal sealed record HeldOutScores(float[][] Scores, int[] Labels)
{
    public static HeldOutScores Of(SoftmaxWeights weights, Material material, Func<int, bool> heldOut)
    {
        var chosen = Enumerable.Range(0, material.Vectors.Length).Where(heldOut).ToArray();
        var scores = Array.ConvertAll(chosen, i =>
        {
            var row = new float[weights.Classes];
            weights.Score(material.Vectors[i], row);
            return row;
        });
        return new HeldOutScores(scores, Array.ConvertAll(chosen, i => material.Labels[i]));
    }
}
