using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Kb.Bot.Intents.Calibration;
using Kb.Bot.Intents.Features;
using Kb.Bot.Intents.Network;

namespace Kb.Bot.Intents;

/// <summary>
/// A trained classifier as bytes: mark, format version, fingerprint of what it was trained from, metrics, model, SHA-256 of everything before.
/// A file is a cache: whatever is wrong with it, the answer is to train again.
/// </summary>
public static class IntentModelFile
{
    private const uint Mark = 0x4D_49_42_4B; // «KBIM»
    private const int Version = 4;

    /// <summary>Writes a model.</summary>
    /// <param name="model">What to write.</param>
    /// <param name="fingerprint">Of <see cref="IntentTrainer.FingerprintOf"/>.</param>
    public static byte[] Write(NetworkClassifier model, string fingerprint)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(fingerprint);
        model.Metrics.Write(writer);
        var (sharpness, bias, lead, energy) = model.Confidence;
        writer.Write(sharpness);
        writer.Write(bias);
        writer.Write(lead);
        writer.Write(energy);
        writer.Write(model.Intents.Length);
        foreach (var intent in model.Intents)
        {
            writer.Write(intent);
        }

        writer.Write(model.Features.Count);
        writer.Write(MemoryMarshal.AsBytes(model.Features.Grams.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Features.Rarities.AsSpan()));
        model.Network.Write(writer);
        writer.Flush();
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="fingerprint">Of the phrases and options in force; null takes a model of any, to compare it.</param>
    /// <returns>The model, or null when the file is damaged, of another version, or was trained from something else.</returns>
    public static NetworkClassifier? Read(byte[] bytes, string? fingerprint)
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
        return reader.ReadUInt32() == Mark && reader.ReadInt32() == Version && reader.ReadString() is var trained && (fingerprint ?? trained) == trained ? ReadModel(reader) : null;
    }

    /// <summary>Reads what a model file says of itself, without its megabytes and so without their checksum: good enough to be shown.</summary>
    /// <param name="stream">A file from its beginning.</param>
    /// <returns>Null when it is no model file of this version.</returns>
    public static ModelMetrics? ReadMetrics(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Mark || reader.ReadInt32() != Version)
            {
                return null;
            }

            _ = reader.ReadString();
            return ModelMetrics.Read(reader);
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or FormatException)
        {
            return null;
        }
    }

    private static NetworkClassifier ReadModel(BinaryReader reader)
    {
        var metrics = ModelMetrics.Read(reader);
        var confidence = new ConfidenceModel(reader.ReadSingle(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var intents = new string[reader.ReadInt32()];
        for (var i = 0; i < intents.Length; i++)
        {
            intents[i] = reader.ReadString();
        }

        var grams = new ulong[reader.ReadInt32()];
        var rarities = new float[grams.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(grams.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rarities.AsSpan()));
        return new NetworkClassifier([.. intents], new FeatureSpace([.. grams], [.. rarities]), IntentNetwork.Read(reader), confidence, metrics);
    }
}
