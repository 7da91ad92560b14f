using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Index.Segments;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>
/// The second pass: the final score of a candidate, from its words as the forward index has them. BM25F over three views of the words, stems,
/// written forms and runs of letters, with the frequencies and mean lengths of all living documents: how the index is cut into segments changes nothing.
/// </summary>
/// <remarks>For one search, on one thread.</remarks>
internal sealed class CandidateRanker
{
    private readonly IndexState _index;
    private readonly ImmutableArray<RankedTerm> _terms;
    private readonly float[] _frequencies;
    private readonly int[] _found;
    private SurfaceMarks? _marks;
    private Segment? _segment;

    public CandidateRanker(IndexState index, ImmutableArray<QueryWord> words)
    {
        _index = index;
        _terms = RankedTerms.Of(index, words);
        _frequencies = new float[_terms.Length];
        _found = new int[_terms.Length];
    }

    /// <summary>Goes over to the documents of a segment.</summary>
    public void Open(Segment segment)
    {
        Close();
        _segment = segment;
        _marks = SurfaceMarks.Of(segment.Vocabulary, _terms);
    }

    /// <summary>After the last document.</summary>
    public void Close()
    {
        _marks?.Clear();
        _marks = null;
    }

    /// <summary>The final score of a document of the opened segment; 0 if it has no word of the query.</summary>
    public float Score(int document)
    {
        Span<float> worth = stackalloc float[_index.Options.Fields.Length];
        Bm25.OccurrenceWorth(_index.Options.Fields, _segment!.Forward.Lengths(document), _index.Means, worth);
        var count = 0;
        var words = _segment.Forward.Read(document);
        while (words.Next())
        {
            for (var mark = _marks!.First(words.Surface); mark > 0; mark = _marks.Next(mark))
            {
                var term = _marks.Term(mark);
                if (_frequencies[term] == 0)
                {
                    _found[count++] = term;
                }

                _frequencies[term] += worth[words.Field];
            }
        }

        return SumAndReset(count);
    }

    /// <summary>Where the score of a document of the opened segment comes from: one line for every field and word, the strongest first.</summary>
    public ImmutableArray<FieldMatch> Explain(int document)
    {
        var fields = _index.Options.Fields;
        var byField = new double[_terms.Length, fields.Length];
        Span<float> worth = stackalloc float[fields.Length];
        Bm25.OccurrenceWorth(fields, _segment!.Forward.Lengths(document), _index.Means, worth);
        var words = _segment.Forward.Read(document);
        while (words.Next())
        {
            for (var mark = _marks!.First(words.Surface); mark > 0; mark = _marks.Next(mark))
            {
                byField[_marks.Term(mark), words.Field] += worth[words.Field];
            }
        }

        return MatchExplainer.Explain(_index.Options, _terms, byField);
    }

    /// <summary>Always in the order of the terms: the same sum to the last bit, in whatever order a document has them.</summary>
    private float SumAndReset(int count)
    {
        _found.AsSpan(0, count).Sort();
        var score = 0f;
        foreach (var term in _found.AsSpan(0, count))
        {
            score += _terms[term].Weight * (float)Bm25.Saturate(_frequencies[term], _index.Options.Saturation);
            _frequencies[term] = 0;
        }

        return score;
    }
}
