using Kb.Search.Index.Storage;

namespace Kb.Search.Index.Segments;

/// <summary>
/// Every document as the words of its fields, stop words too: what a ranker reads of a candidate. The words of a short field (a title) stand in
/// their order; those of a long one as its distinct forms with their numbers of times, which is a third of the size and time.
/// Frequent forms have small numbers, so most words take one or two bytes.
/// </summary>
/// <param name="starts">Document to its first byte; one more entry closes the last.</param>
/// <param name="bytes">All documents, one behind another, as <see cref="ForwardWriter"/> wrote them.</param>
/// <param name="lengths">Document by document, how many indexed words each field has; words that are never searched for do not count.</param>
/// <param name="fieldCount">Fields of a document.</param>
internal sealed class ForwardIndex(int[] starts, byte[] bytes, int[] lengths, int fieldCount)
{
    private const int CacheLine = 64;

    /// <summary>Bytes in memory.</summary>
    public long Bytes => bytes.Length + ((long)(starts.Length + lengths.Length) * sizeof(int));

    /// <summary>Number of documents.</summary>
    public int Count => starts.Length - 1;

    /// <summary>The words of a document.</summary>
    public ForwardReader Read(int document) => new(bytes.AsSpan(starts[document]..starts[document + 1]));

    /// <summary>
    /// Asks for the words of a document that is about to be read. Who asks for many waits for their memory once; who just reads them waits for each in turn.
    /// </summary>
    public void Touch(int document)
    {
        // No compiler leaves out a volatile read of which nobody wants the result.
        _ = Volatile.Read(ref lengths[document * fieldCount]);
        for (var at = starts[document]; at < starts[document + 1]; at += CacheLine)
        {
            _ = Volatile.Read(ref bytes[at]);
        }
    }

    /// <summary>Indexed words in each field of a document.</summary>
    public ReadOnlySpan<int> Lengths(int document) => lengths.AsSpan(document * fieldCount, fieldCount);

    /// <summary>Writes the index.</summary>
    public void Write(SnapshotOutput output)
    {
        output.WriteArray<int>(starts);
        output.WriteArray<byte>(bytes);
        output.WriteArray<int>(lengths);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">That is not what was written.</exception>
    public static ForwardIndex Read(SnapshotInput input, int fieldCount) =>
        new(input.ReadArray<int>(), input.ReadArray<byte>(), input.ReadArray<int>(), fieldCount);
}
