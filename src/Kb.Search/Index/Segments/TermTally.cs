using System.Runtime.InteropServices;
using Kb.Search.Index.Terms;

namespace Kb.Search.Index.Segments;

/// <summary>Counts every form, stem and run of letters once for a document that has it, or takes them away again when the document goes.</summary>
internal sealed class TermTally(Vocabulary vocabulary, ForwardIndex forward, SegmentStatistics counts)
{
    private readonly int[] _seenSurfaces = new int[vocabulary.Surfaces.Count];
    private readonly int[] _seenStems = new int[vocabulary.Stems.Count];
    private readonly int[] _seenGrams = new int[vocabulary.Grams.Count];

    /// <summary>Runs of the forms met so far, each form cut once; 0 where it was not yet met.</summary>
    private readonly int[] _gramsOfSurface = new int[vocabulary.Surfaces.Count];
    private readonly List<int> _grams = [0];

    /// <summary>Adds <paramref name="step"/> (1 or −1) for everything in one document.</summary>
    public void Count(int document, int step)
    {
        var stamp = document + 1;
        var words = forward.Read(document);
        while (words.Next())
        {
            var surface = words.Surface;
            if (_seenSurfaces[surface] == stamp)
            {
                continue;
            }

            _seenSurfaces[surface] = stamp;
            counts.Surfaces[surface] += step;
            if (vocabulary.StemOf(surface) is >= 0 and var stem)
            {
                Add(stem, stamp, step, _seenStems, counts.Stems);
                foreach (var gram in GramsOf(surface))
                {
                    Add(gram, stamp, step, _seenGrams, counts.Grams);
                }
            }
        }

        CountFields(document, step);
    }

    private void CountFields(int document, int step)
    {
        var lengths = forward.Lengths(document);
        for (var field = 0; field < lengths.Length; field++)
        {
            counts.FieldWords[field] += (long)step * lengths[field];
            counts.FieldDocuments[field] += lengths[field] > 0 ? step : 0;
        }
    }

    private static void Add(int term, int stamp, int step, int[] seen, int[] counts)
    {
        if (seen[term] != stamp)
        {
            seen[term] = stamp;
            counts[term] += step;
        }
    }

    private ReadOnlySpan<int> GramsOf(int surface)
    {
        var at = _gramsOfSurface[surface];
        if (at == 0)
        {
            at = _grams.Count;
            _gramsOfSurface[surface] = at;
            _grams.Add(0);
            foreach (var gram in new WordGrams(vocabulary.Surfaces[surface], stackalloc char[WordGrams.FrameLength]))
            {
                if (GramTable.IsSpelled(vocabulary.Surfaces[surface]) && vocabulary.Grams.TryFind(gram, out var number))
                {
                    _grams.Add(number);
                }
            }

            _grams[at] = _grams.Count - at - 1;
        }

        return CollectionsMarshal.AsSpan(_grams).Slice(at + 1, _grams[at]);
    }
}
