using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Index.Segments;
using Kb.Search.Index.Terms;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>
/// Puts documents that have the quoted phrases of a query before all others: one phrase more is worth more than any score without it. The forward index tells
/// which documents have all words of a phrase; only their texts are read.
/// </summary>
/// <remarks>For one search, on one thread.</remarks>
internal sealed class PhraseBonus
{
    /// <summary>Characters read for one search: beyond it phrases are no longer looked for, and the answer still comes at once.</summary>
    private const int ReadLimit = 1_000_000;

    private readonly IndexState _index;
    private readonly ImmutableArray<QuotedPhrase> _phrases;
    private readonly float _points;
    private readonly int[]?[] _surfaces;
    private Segment? _segment;
    private int _read;

    public PhraseBonus(IndexState index, QueryPlan plan, ImmutableArray<QuotedPhrase> phrases, double mostPriors)
    {
        _index = index;
        _phrases = phrases;
        _surfaces = new int[]?[phrases.Length];
        var options = index.Options.Ranking;
        _points = (float)Math.Ceiling((1 + mostPriors) * (
            ((plan.TotalWeight + plan.Runs.Sum(run => run.Weight)) * (index.Options.Saturation + 1))
            + (plan.TotalWeight * options.NeighbourWeight * plan.Slots.Length)
            + options.CoverageWeight + options.TitleCoverageWeight + options.TitleShareWeight));
    }

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsEmpty => _phrases.IsEmpty;

    /// <summary>Goes over to the documents of a segment.</summary>
    public void Open(int segment)
    {
        _segment = _index.Segments[segment].Segment;
        for (var i = 0; i < _phrases.Length; i++)
        {
            _surfaces[i] = SurfacesOf(_phrases[i], _segment.Vocabulary);
        }
    }

    /// <summary>What a document of the opened segment gets for its phrases; 0 if it has none.</summary>
    public float Of(int document) => IsEmpty ? 0 : Found(document).Count() * _points;

    /// <summary>The same, phrase by phrase.</summary>
    public IEnumerable<Explanation> Explain(int document) =>
        Found(document).Select(phrase => new Explanation($"точно как в кавычках: «{phrase.Written}»", _points, []));

    private static int[]? SurfacesOf(QuotedPhrase phrase, Vocabulary vocabulary)
    {
        var surfaces = new HashSet<int>();
        foreach (var word in phrase.Words)
        {
            if (!vocabulary.Surfaces.TryFind(word, out var surface))
            {
                return null;
            }

            surfaces.Add(surface);
        }

        return [.. surfaces];
    }

    private IEnumerable<QuotedPhrase> Found(int document)
    {
        for (var i = 0; i < _phrases.Length; i++)
        {
            if (_surfaces[i] is { } surfaces && HasAll(document, surfaces) && HasPhrase(_segment!.Documents[document], _phrases[i]))
            {
                yield return _phrases[i];
            }
        }
    }

    private bool HasAll(int document, int[] surfaces)
    {
        var missing = surfaces.ToHashSet();
        var words = _segment!.Forward.Read(document);
        while (missing.Count > 0 && words.Next())
        {
            missing.Remove(words.Surface);
        }

        return missing.Count == 0;
    }

    private bool HasPhrase(SearchDocument document, QuotedPhrase phrase)
    {
        foreach (var (_, text) in document.Fields)
        {
            if (_read >= ReadLimit)
            {
                return false;
            }

            _read += text.Length;
            if (phrase.IsIn(text, _index.Options.Words))
            {
                return true;
            }
        }

        return false;
    }
}
