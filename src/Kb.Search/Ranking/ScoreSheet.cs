using System.Runtime.CompilerServices;

namespace Kb.Search.Ranking;

/// <summary>What is known of one document while its words are read; used again for the next one.</summary>
/// <remarks>Sums are whole numbers: words come in another order in another segment, and the score must be the same to the last bit.</remarks>
internal sealed class ScoreSheet(QueryPlan plan)
{
    /// <summary>Parts of 1 in which worth and rarity are counted.</summary>
    private const float Unit = 1 << 20;

    private readonly long[] _frequencies = new long[plan.Terms];
    private readonly long[] _seen = new long[plan.Slots.Length];
    private readonly long[] _seenInTitle = new long[plan.Slots.Length];
    private readonly long[] _others = new long[plan.Slots.Length];
    private readonly int[] _otherSeen = new int[plan.Slots.Length];
    private readonly int[] _otherSeenInTitle = new int[plan.Slots.Length];
    private long _title;
    private long _titleAsked;

    /// <summary>Points for neighbours of the query that stand side by side in the title.</summary>
    public float Neighbours { get; private set; }

    /// <summary>Rarity of the words of the title that were asked for, by their likeness, as a share of the rarity of all its words.</summary>
    public float TitleShare => _titleAsked == 0 ? 0 : _titleAsked / (_title * (float)LikeWord.Same);

    /// <summary>The share of the query's weight that the document has, in [0, 1].</summary>
    public float Coverage => Share(_seen, _otherSeen);

    /// <summary>The share of the query's weight that its title has.</summary>
    public float TitleCoverage => Share(_seenInTitle, _otherSeenInTitle);

    /// <summary>BM25F's weighted frequency of a term, or of the other words for it if that is more; 0 if the document has neither.</summary>
    /// <remarks>Not their sum: a document that has the word would gain by the other words that it has too, and long ones have them all.</remarks>
    public float Frequency(int term)
    {
        var frequency = term < _others.Length ? Math.Max(_frequencies[term], _others[term]) : _frequencies[term];
        return frequency == 0 ? 0 : frequency * (1 / (Unit * LikeWord.Same));
    }

    /// <summary>A worth or a rarity in whole units.</summary>
    public static int Units(float number) => (int)(number * Unit);

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        Array.Clear(_frequencies);
        Array.Clear(_seen);
        Array.Clear(_seenInTitle);
        Array.Clear(_others);
        Array.Clear(_otherSeen);
        Array.Clear(_otherSeenInTitle);
        (_title, _titleAsked, Neighbours) = (0, 0, 0);
    }

    /// <summary>A word that says something about a term.</summary>
    /// <param name="mark">The term, and how much like it the word is.</param>
    /// <param name="times">How often it stands there.</param>
    /// <param name="worth">What one occurrence in the field is worth, in <see cref="Units"/>.</param>
    /// <param name="inTitle">Whether the field is a title.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in SurfaceMark mark, int times, int worth, bool inTitle)
    {
        if (mark.Term >= _frequencies.Length)
        {
            AddOther(mark, times, worth, inTitle);
            return;
        }

        var likeness = (long)mark.Likeness * times;
        _frequencies[mark.Term] += likeness * worth;
        if (mark.Term < _seen.Length)
        {
            _seen[mark.Term] += likeness;
            _seenInTitle[mark.Term] += inTitle ? likeness : 0;
        }
    }

    /// <summary>A word of the title.</summary>
    /// <param name="rarity">Its idf, as often as it stands there, in <see cref="Units"/>.</param>
    /// <param name="likeness">With the most alike word of the query.</param>
    public void AddTitleWord(long rarity, int likeness)
    {
        _title += rarity;
        _titleAsked += likeness * rarity;
    }

    /// <summary>Two neighbours.</summary>
    public void AddNeighbours(float points) => Neighbours += points;

    private void AddOther(in SurfaceMark mark, int times, int worth, bool inTitle)
    {
        var slot = mark.Term - _frequencies.Length;
        _others[slot] += (long)mark.Likeness * times * worth;
        _otherSeen[slot] = Math.Max(_otherSeen[slot], mark.Likeness);
        _otherSeenInTitle[slot] = inTitle ? Math.Max(_otherSeenInTitle[slot], mark.Likeness) : _otherSeenInTitle[slot];
    }

    private float Share(long[] seen, int[] others)
    {
        var sum = 0f;
        for (var slot = 0; slot < seen.Length; slot++)
        {
            sum += plan.Weights[slot] * Math.Clamp(seen[slot], others[slot], LikeWord.Same);
        }

        return plan.TotalWeight > 0 ? sum / (plan.TotalWeight * LikeWord.Same) : 0;
    }
}
