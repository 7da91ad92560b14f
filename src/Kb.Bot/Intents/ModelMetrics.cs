using System.Numerics.Tensors;
using Kb.Bot.Intents.Calibration;

namespace Kb.Bot.Intents;

/// <summary>What a training found out about its model, kept in the model's file. No times: the same seed must give the same bytes.</summary>
/// <param name="Phrases">How many phrases it learned, those that are not ours among them.</param>
/// <param name="Intents">How many intents it knows.</param>
/// <param name="Examined">How many questions of an intent, none of them learned, the two figures are read off; 0 where nothing was left to examine.</param>
/// <param name="OnChecks">Whether those are the base's control questions; otherwise phrases that were held out.</param>
/// <param name="Accuracy">Share of them whose intent is the classifier's best guess, before search gives its opinion.</param>
/// <param name="CalibrationError">See <see cref="Calibration.CalibrationError"/>; on the questions that the confidence was fitted to.</param>
public sealed record ModelMetrics(int Phrases, int Intents, int Examined, bool OnChecks, double Accuracy, double CalibrationError)
{
    /// <summary>Reads the figures off questions that were not learned.</summary>
    internal static ModelMetrics Of(int phrases, int intents, IEnumerable<HeldOutScores> heldOut, bool onChecks, ConfidenceModel confidence)
    {
        var guesses = heldOut.Where(question => question.Label < intents).Select(question =>
        {
            var confidences = confidence.Of([.. question.Scores], intents);
            var best = TensorPrimitives.IndexOfMax<float>(confidences);
            return (Confidence: (double)confidences[best], IsRight: best == question.Label);
        }).ToList();
        return new ModelMetrics(
            phrases, intents, guesses.Count, onChecks, guesses.Count == 0 ? 0 : (double)guesses.Count(guess => guess.IsRight) / guesses.Count, Calibration.CalibrationError.Of(guesses));
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Phrases);
        writer.Write(Intents);
        writer.Write(Examined);
        writer.Write(OnChecks);
        writer.Write(Accuracy);
        writer.Write(CalibrationError);
    }

    internal static ModelMetrics Read(BinaryReader reader) =>
        new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean(), reader.ReadDouble(), reader.ReadDouble());
}
