using Kb.Search.Index;
using Kb.Search.Index.Segments;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>The rarity of the words of titles: asked for the same few again and again, so each is looked up once for a segment and a search.</summary>
/// <param name="index">Where documents are counted.</param>
/// <param name="segment">Whose stems are asked for.</param>
internal sealed class TitleWeights(IndexState index, Segment segment)
{
    private readonly int[] _weights = ZeroedPool<int>.Rent(segment.Vocabulary.Stems.Count);
    private readonly List<int> _known = [];

    /// <summary>The idf of a stem, in <see cref="ScoreSheet.Units"/>.</summary>
    public int this[int stem]
    {
        get
        {
            if (_weights[stem] == 0)
            {
                _weights[stem] = ScoreSheet.Units((float)Bm25.Idf(index.Count, Frequency(stem)));
                _known.Add(stem);
            }

            return _weights[stem];
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        foreach (var stem in _known)
        {
            _weights[stem] = 0;
        }

        ZeroedPool<int>.Return(_weights);
    }

    private int Frequency(int stem) => index.Segments.Length == 1
        ? index.Segments[0].Statistics.Stems[stem]
        : index.StemFrequency(segment.Vocabulary.Stems[stem]);
}
