using System.Security.Cryptography;
using System.Text;
using Kb.Bot.Intents.Features;
using Kb.Bot.Intents.Softmax;

namespace Kb.Bot.Intents;

/// <summary>
/// A trained classifier as bytes: mark, format version, fingerprint of what it was trained from, model, SHA-256 of everything before.
/// A file is a cache: whatever is wrong with it, the answer is to train again.
/// </summary>
public static class IntentModelFile
{
    private const uint Mark = 0x4D_49_42_4B; // «KBIM»
    private const int Version = 1;

    /// <summary>Writes a model.</summary>
    /// <param name="model">What to write.</param>
    /// <param name="fingerprint">Of <see cref="IntentTrainer.FingerprintOf"/>.</param>
    public static byte[] Write(SoftmaxRegression model, string fingerprint)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(fingerprint);
        writer.Write(model.Sharpness);
        writer.Write(model.Intents.Length);
        foreach (var intent in model.Intents)
        {
            writer.Write(intent);
        }

        writer.Write(model.Weights.Classes);
        writer.Write(model.Features.Count);
        for (var feature = 0; feature < model.Features.Count; feature++)
        {
            writer.Write(model.Features.Grams[feature]);
            writer.Write(model.Features.InverseDocumentFrequencies[feature]);
        }

        for (var feature = 0; feature <= model.Features.Count; feature++)
        {
            QuantizedRow.Write(writer, model.Weights.Row(feature));
        }

        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="fingerprint">Of the phrases and options in force.</param>
    /// <returns>The model, or null when the file is damaged, of another version, or was trained from something else.</returns>
    public static SoftmaxRegression? Read(byte[] bytes, string fingerprint)
    {
        if (bytes.Length <= SHA256.HashSizeInBytes)
        {
            return null;
        }

        // The checksum comes first: after it every length in the file is one that we wrote.
        var body = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(body.Length)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, 0, body.Length), Encoding.UTF8);
        return reader.ReadUInt32() == Mark && reader.ReadInt32() == Version && reader.ReadString() == fingerprint ? ReadModel(reader) : null;
    }

    private static SoftmaxRegression ReadModel(BinaryReader reader)
    {
        var sharpness = reader.ReadSingle();
        var intents = new string[reader.ReadInt32()];
        for (var i = 0; i < intents.Length; i++)
        {
            intents[i] = reader.ReadString();
        }

        var classes = reader.ReadInt32();
        var grams = new ulong[reader.ReadInt32()];
        var frequencies = new float[grams.Length];
        for (var feature = 0; feature < grams.Length; feature++)
        {
            grams[feature] = reader.ReadUInt64();
            frequencies[feature] = reader.ReadSingle();
        }

        var weights = new SoftmaxWeights(grams.Length, classes);
        for (var feature = 0; feature <= grams.Length; feature++)
        {
            QuantizedRow.Read(reader, weights.Row(feature));
        }

        return new SoftmaxRegression([.. intents], new FeatureSpace([.. grams], [.. frequencies]), weights, sharpness);
    }
}
