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

    /// <summary>Times of a term in a field. Whole numbers: the order in which a segment keeps its words leaves no trace in a score.</summary>
    private readonly int[] _times;
    private readonly int[] _found;
    private readonly bool[] _isFound;
    private readonly int _fields;
    private SurfaceMarks? _marks;
    private Segment? _segment;

    public CandidateRanker(IndexState index, ImmutableArray<QueryWord> words)
    {
        _index = index;
        _terms = RankedTerms.Of(index, words);
        _fields = index.Options.Fields.Length;
        _times = new int[_terms.Length * _fields];
        _found = new int[_terms.Length];
        _isFound = new bool[_terms.Length];
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
        var count = 0;
        var words = _segment!.Forward.Read(document);
        while (words.Next())
        {
            for (var mark = _marks!.First(words.Surface); mark > 0; mark = _marks.Next(mark))
            {
                var term = _marks.Term(mark);
                if (!_isFound[term])
                {
                    _isFound[term] = true;
                    _found[count++] = term;
                }

                _times[(term * _fields) + words.Field] += words.Times;
            }
        }

        return SumAndReset(document, count);
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
                byField[_marks.Term(mark), words.Field] += words.Times * worth[words.Field];
            }
        }

        return MatchExplainer.Explain(_index.Options, _terms, byField);
    }

    /// <summary>Always in the order of the terms: the same sum to the last bit, in whatever order a document has them.</summary>
    private float SumAndReset(int document, int count)
    {
        Span<float> worth = stackalloc float[_fields];
        Bm25.OccurrenceWorth(_index.Options.Fields, _segment!.Forward.Lengths(document), _index.Means, worth);
        _found.AsSpan(0, count).Sort();
        var score = 0f;
        foreach (var term in _found.AsSpan(0, count))
        {
            var frequency = 0f;
            for (var field = 0; field < _fields; field++)
            {
                ref var times = ref _times[(term * _fields) + field];
                frequency += times * worth[field];
                times = 0;
            }

            score += _terms[term].Weight * (float)Bm25.Saturate(frequency, _index.Options.Saturation);
            _isFound[term] = false;
        }

        return score;
    }
}
