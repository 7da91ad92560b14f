using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kb.Search.Index;
using Kb.Search.Index.Segments;

namespace Kb.Search.Ranking;

/// <summary>
/// The second pass: the final score of a candidate, from its words as the forward index has them. BM25F over words and what is like them, and over runs of letters;
/// then what a sum over words cannot say: how much of the query the document has, and how much of its title was asked for.
/// </summary>
/// <remarks>For one search, on one thread. Frequencies and usual lengths are those of all living documents: how the index is cut into segments changes nothing.</remarks>
internal sealed class CandidateRanker
{
    private const int None = -1;
    private readonly IndexState _index;
    private readonly QueryPlan _plan;
    private readonly ScoreSheet _sheet;
    private readonly bool[] _isTitle;
    private readonly float[] _weights;
    private readonly float _saturation;
    private SurfaceMarks? _marks;
    private TitleWeights? _titles;
    private Segment? _segment;

    public CandidateRanker(IndexState index, QueryPlan plan)
    {
        _index = index;
        _plan = plan;
        _sheet = new ScoreSheet(plan);
        _isTitle = [.. index.Options.Fields.Select(field => field.IsTitle)];
        _weights = [.. plan.Weights, .. plan.Runs.Select(run => run.Weight)];
        _saturation = (float)index.Options.Saturation;
    }

    /// <summary>Goes over to the documents of a segment.</summary>
    public void Open(int segment)
    {
        Close();
        _segment = _index.Segments[segment].Segment;
        _marks = new SurfaceMarks(_segment.Vocabulary, _plan, segment);
        _titles = new TitleWeights(_index, _segment);
    }

    /// <summary>After the last document.</summary>
    public void Close()
    {
        _marks?.Clear();
        _titles?.Clear();
        (_marks, _titles) = (null, null);
    }

    /// <summary>The final score of a document of the opened segment; 0 if it has no word of the query.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Searches right after a start are searches too.
    public float Score(int document)
    {
        Read(document);
        var score = 0f;
        for (var term = 0; term < _plan.Terms; term++)
        {
            score += Points(term);
        }

        return score > 0 ? score + Extras().Sum() : 0;
    }

    /// <summary>Where the score of a document of the opened segment comes from.</summary>
    public Explanation Explain(int document)
    {
        Read(document);
        var explainer = new ScoreExplainer(_index, _plan, _segment!, _marks!);
        explainer.Read(document);
        var points = ImmutableArray.CreateBuilder<float>(_plan.Terms);
        for (var term = 0; term < _plan.Terms; term++)
        {
            points.Add(Points(term));
        }

        return explainer.Explain(points.MoveToImmutable(), Extras());
    }

    private float Points(int term)
    {
        var frequency = _sheet.Frequency(term);
        return frequency == 0 ? 0 : _weights[term] * frequency * (_saturation + 1) / (_saturation + frequency);
    }

    private ScoreExtras Extras()
    {
        var options = _index.Options.Ranking;
        return new ScoreExtras(
            (float)options.CoverageWeight * _sheet.Coverage,
            (float)options.TitleCoverageWeight * _sheet.TitleCoverage,
            (float)options.TitleShareWeight * _sheet.TitleShare,
            _sheet.Neighbours);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Searches right after a start are searches too.
    private void Read(int document)
    {
        var fields = _index.Options.Fields;
        Span<float> worth = stackalloc float[fields.Length];
        Bm25.OccurrenceWorth(fields, _segment!.Forward.Lengths(document), _index.Means, worth);
        Span<int> units = stackalloc int[fields.Length];
        for (var field = 0; field < units.Length; field++)
        {
            units[field] = ScoreSheet.Units(worth[field]);
        }

        _sheet.Clear();
        var marks = _marks!.All;
        var words = _segment.Forward.Read(document);
        var previous = None;
        while (words.Next())
        {
            var inTitle = _isTitle[words.Field];
            var first = _marks.First(words.Surface);
            if (first == 0 && !inTitle)
            {
                continue; // Most words.
            }

            var (likeness, slot) = (0, None);
            for (var at = first; at > 0; at = marks[at].Next)
            {
                ref readonly var mark = ref marks[at];
                _sheet.Add(mark, words.Times, units[words.Field], inTitle);
                if (mark.Likeness > likeness && _plan.SlotOf(mark.Term) is >= 0 and var asked)
                {
                    (likeness, slot) = (mark.Likeness, asked);
                }
            }

            if (inTitle && _segment.Vocabulary.StemOf(words.Surface) is >= 0 and var stem)
            {
                _sheet.AddTitleWord((long)words.Times * _titles![stem], likeness);
                AddNeighbours(words.BeginsText || !words.IsOrdered ? None : previous, slot, likeness);
                previous = slot;
            }
        }
    }

    /// <summary>Two searchable words side by side in a title that are side by side in the query, in either order.</summary>
    private void AddNeighbours(int previous, int slot, int likeness)
    {
        if (previous != None && slot != None && Math.Abs(_plan.Slots[previous].Place - _plan.Slots[slot].Place) == 1)
        {
            var weight = Math.Min(_plan.Weights[previous], _plan.Weights[slot]);
            _sheet.AddNeighbours((float)_index.Options.Ranking.NeighbourWeight * likeness / LikeWord.Same * weight);
        }
    }
}
