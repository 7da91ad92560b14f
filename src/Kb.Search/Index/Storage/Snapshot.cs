using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Kb.Search.Index.Segments;

namespace Kb.Search.Index.Storage;

/// <summary>
/// An index as a stream: a mark with the version, the options and the content it was made of, the segments, and a SHA-256 of all before.
/// It is a copy that saves time: whatever is wrong with it, the index is built again from the documents.
/// </summary>
internal static class Snapshot
{
    /// <summary>To be raised with every change of the format, and of tokenizing.</summary>
    private const int Version = 1;

    private const int HashBytes = SHA256.HashSizeInBytes;
    private static readonly byte[] Mark = "KBINDEX\n"u8.ToArray();

    /// <summary>Writes an index.</summary>
    /// <param name="index">What to write.</param>
    /// <param name="content">Names the content that is in the index: the same name, the same documents.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static void Write(IndexState index, string content, Stream stream)
    {
        using var hash = SHA256.Create();
        using (var hashing = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var buffer = new BufferedStream(hashing, 1 << 16))
        {
            var output = new SnapshotOutput(buffer);
            output.WriteArray<byte>(Mark);
            output.Write(Version);
            output.Write(Describe(index.Options));
            output.Write(content);
            output.Write(index.Segments.Length);
            foreach (var live in index.Segments)
            {
                SegmentFormat.Write(output, live);
            }
        }

        stream.Write(hash.Hash!);
    }

    /// <summary>Reads an index, after every byte was verified.</summary>
    /// <param name="options">What the index is configured with now.</param>
    /// <param name="content">Names the content that the index should have.</param>
    /// <param name="stream">Can seek.</param>
    public static SnapshotReading Read(IndexOptions options, string content, Stream stream)
    {
        try
        {
            return IsWhole(stream) ? ReadVerified(options, content, new SnapshotInput(new BufferedStream(stream, 1 << 16))) : new SnapshotReading.Unusable("damaged");
        }
        catch (InvalidDataException)
        {
            return new SnapshotReading.Unusable("not a snapshot");
        }
    }

    private static bool IsWhole(Stream stream)
    {
        if (stream.Length < HashBytes)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = stream.Length - HashBytes; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
            {
                return false; // Someone shortens the file meanwhile.
            }

            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        var written = new byte[HashBytes];
        stream.ReadExactly(written);
        stream.Position = 0;
        return hash.GetHashAndReset().AsSpan().SequenceEqual(written);
    }

    private static SnapshotReading ReadVerified(IndexOptions options, string content, SnapshotInput input)
    {
        if (!input.ReadArray<byte>().AsSpan().SequenceEqual(Mark) || input.ReadInt() != Version)
        {
            return new SnapshotReading.Unusable("another version");
        }

        if (input.ReadString() != Describe(options))
        {
            return new SnapshotReading.Unusable("other options");
        }

        if (input.ReadString() != content)
        {
            return new SnapshotReading.Unusable("other content");
        }

        var segments = ImmutableArray.CreateBuilder<LiveSegment>(input.ReadInt());
        while (segments.Count < segments.Capacity)
        {
            if (SegmentFormat.Read(input, options) is not { } live)
            {
                return new SnapshotReading.Unusable("other stems");
            }

            segments.Add(live);
        }

        return new SnapshotReading.Read(new IndexState(options, segments.MoveToImmutable()));
    }

    /// <summary>What of the options is in the arrays: fields with their weights and norms, saturation, and the kinds of the steps of analysis.</summary>
    private static string Describe(IndexOptions options)
    {
        var text = new StringBuilder();
        foreach (var field in options.Fields)
        {
            text.Append(FormattableString.Invariant($"{field.Name.Length}:{field.Name} {field.Weight:R} {field.LengthNorm:R};"));
        }

        text.Append(FormattableString.Invariant($"{options.Saturation:R};"));
        return text.AppendJoin(',', options.Stemming.Select(step => step.GetType().Name)).ToString();
    }
}
