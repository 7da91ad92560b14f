using System.Collections.Immutable;

namespace Kb.Bot.Intents.Calibration;

/// <summary>Scores of phrases by a model that did not see them.</summary>
/// <param name="Scores">One array of class scores for each phrase.</param>
/// <param name="Labels">The right class of each.</param>
internal sealed record HeldOutScores(ImmutableArray<float[]> Scores, ImmutableArray<int> Labels)
{
    public static HeldOutScores Of(Fitted model, Material heldOut) => new(
        [
            .. heldOut.Utterances.Select(utterance =>
            {
                var row = new float[heldOut.Classes];
                model.Weights.Score(model.Features.Vectorize(utterance), row);
                return row;
            }),
        ],
        heldOut.Labels);
}
