using System.Runtime.CompilerServices;
using Kb.Search.Index.Storage;

namespace Kb.Search.Index.Segments;

/// <summary>
/// For every stem of a segment the documents that have it: gaps between ascending document numbers as <see cref="VarInt"/>,
/// each followed by one byte of <see cref="ImpactScale"/>. Immutable.
/// </summary>
/// <param name="starts">Stem to its first byte; one more entry closes the last.</param>
/// <param name="bytes">All lists, one behind another.</param>
internal sealed class PostingLists(int[] starts, byte[] bytes)
{
    /// <summary>Bytes in memory.</summary>
    public long Bytes => bytes.Length + ((long)starts.Length * sizeof(int));

    /// <summary>Adds worth[impact] to the score of every document that has the stem.</summary>
    /// <param name="stem">The stem's number.</param>
    /// <param name="worth">256 entries, each greater than 0.</param>
    /// <param name="scores">One for every document.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(int stem, ReadOnlySpan<ushort> worth, Span<ushort> scores)
    {
        var list = bytes.AsSpan(starts[stem]..starts[stem + 1]);
        var document = -1;
        for (var at = 0; at < list.Length;)
        {
            document += VarInt.Read(list, ref at) + 1;
            scores[document] += worth[list[at++]];
        }
    }

    /// <summary>As <see cref="AddTo"/>, but only to documents that have a score already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddToFound(int stem, ReadOnlySpan<ushort> worth, Span<ushort> scores)
    {
        var list = bytes.AsSpan(starts[stem]..starts[stem + 1]);
        var document = -1;
        for (var at = 0; at < list.Length;)
        {
            document += VarInt.Read(list, ref at) + 1;
            var points = worth[list[at++]];
            scores[document] += scores[document] == 0 ? (ushort)0 : points;
        }
    }

    /// <summary>Whether some document of the stem is such a one.</summary>
    public bool Any(int stem, Predicate<int> isSuch)
    {
        var list = bytes.AsSpan(starts[stem]..starts[stem + 1]);
        var document = -1;
        for (var at = 0; at < list.Length; at++) // Over the impact.
        {
            document += VarInt.Read(list, ref at) + 1;
            if (isSuch(document))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the lists.</summary>
    public void Write(SnapshotOutput output)
    {
        output.WriteArray<int>(starts);
        output.WriteArray<byte>(bytes);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">That is not what was written.</exception>
    public static PostingLists Read(SnapshotInput input) => new(input.ReadArray<int>(), input.ReadArray<byte>());
}
