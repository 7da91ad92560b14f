using System.Runtime.InteropServices;
using Kb.Search.Index.Terms;

namespace Kb.Search.Index.Segments;

/// <summary>Writes the posting lists of a segment from its forward index.</summary>
internal sealed class PostingWriter(IndexOptions options, Vocabulary vocabulary, ForwardIndex forward, FieldMeans means)
{
    private readonly float[] _frequencies = new float[vocabulary.Stems.Count];
    private readonly List<int> _found = [];

    /// <param name="documentFrequencies">Stem to the number of its documents.</param>
    public PostingLists Write(ReadOnlySpan<int> documentFrequencies)
    {
        var ends = new int[documentFrequencies.Length + 1];
        for (var stem = 0; stem < documentFrequencies.Length; stem++)
        {
            ends[stem + 1] = ends[stem] + documentFrequencies[stem];
        }

        var documents = new int[ends[^1]];
        var impacts = new byte[ends[^1]];
        var next = ends[..^1];
        for (var document = 0; document < forward.Count; document++)
        {
            Weigh(document);
            foreach (var stem in CollectionsMarshal.AsSpan(_found))
            {
                documents[next[stem]] = document;
                impacts[next[stem]++] = ImpactScale.Encode(Bm25.Saturate(_frequencies[stem], options.Saturation) / (options.Saturation + 1));
                _frequencies[stem] = 0;
            }
        }

        return Pack(ends, documents, impacts);
    }

    /// <summary>Adds up BM25F's weighted frequencies of the stems of one document.</summary>
    private void Weigh(int document)
    {
        _found.Clear();
        Span<float> worth = stackalloc float[options.Fields.Length];
        Bm25.OccurrenceWorth(options.Fields, forward.Lengths(document), means, worth);
        var words = forward.Read(document);
        while (words.Next())
        {
            if (vocabulary.StemOf(words.Surface) is not (>= 0 and var stem))
            {
                continue;
            }

            if (_frequencies[stem] == 0)
            {
                _found.Add(stem);
            }

            _frequencies[stem] += words.Times * worth[words.Field];
        }
    }

    private static PostingLists Pack(int[] ends, int[] documents, byte[] impacts)
    {
        var bytes = new ByteList();
        var starts = new int[ends.Length];
        for (var stem = 0; stem < ends.Length - 1; stem++)
        {
            var last = -1;
            for (var at = ends[stem]; at < ends[stem + 1]; at++)
            {
                VarInt.Write(bytes, documents[at] - last - 1);
                bytes.Add(impacts[at]);
                last = documents[at];
            }

            starts[stem + 1] = bytes.Count;
        }

        return new PostingLists(starts, bytes.ToArray());
    }
}
