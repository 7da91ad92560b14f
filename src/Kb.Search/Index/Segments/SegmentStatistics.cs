using Kb.Search.Index.Storage;

namespace Kb.Search.Index.Segments;

/// <summary>How common things are among the living documents of a segment. The sums over all segments are exact, whatever the segmentation. Immutable.</summary>
/// <param name="Documents">Living documents.</param>
/// <param name="Stems">Stem number to the documents that have it.</param>
/// <param name="Surfaces">Surface number to the documents that have it.</param>
/// <param name="Grams">Run of letters to the documents that have it.</param>
/// <param name="FieldWords">Field to its indexed words.</param>
/// <param name="FieldDocuments">Field to the documents in which it has indexed words.</param>
internal sealed record SegmentStatistics(int Documents, int[] Stems, int[] Surfaces, int[] Grams, long[] FieldWords, int[] FieldDocuments)
{
    /// <summary>Bytes in memory.</summary>
    public long Bytes => (Stems.Length + Surfaces.Length + Grams.Length) * (long)sizeof(int);

    /// <summary>A copy to be changed by a <see cref="TermTally"/>.</summary>
    public SegmentStatistics Copy(int documents) => new(documents, [.. Stems], [.. Surfaces], [.. Grams], [.. FieldWords], [.. FieldDocuments]);

    /// <summary>Writes the counts.</summary>
    public void Write(SnapshotOutput output)
    {
        output.Write(Documents);
        output.WriteArray<int>(Stems);
        output.WriteArray<int>(Surfaces);
        output.WriteArray<int>(Grams);
        output.WriteArray<long>(FieldWords);
        output.WriteArray<int>(FieldDocuments);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">That is not what was written.</exception>
    public static SegmentStatistics Read(SnapshotInput input) => new(
        input.ReadInt(), input.ReadArray<int>(), input.ReadArray<int>(), input.ReadArray<int>(), input.ReadArray<long>(), input.ReadArray<int>());
}
