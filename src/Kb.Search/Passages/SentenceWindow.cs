namespace Kb.Search.Passages;

/// <summary>Watches sentences go by and remembers the run of them, no longer than a passage, that has most of the query.</summary>
internal sealed class SentenceWindow(int maxLength)
{
    private readonly Queue<(int Start, int First)> _starts = new();
    private readonly Dictionary<int, float> _worths = [];

    /// <summary>Index of the first match of the best run; −1 while nothing matched.</summary>
    public int BestMatch { get; private set; } = -1;

    /// <summary>Where the best run begins: with the sentence of its first match.</summary>
    public int BestStart { get; private set; }

    /// <summary>Where the sentence of its first match ends.</summary>
    public int BestFirstEnd { get; private set; }

    /// <summary>Worth of the distinct words of the query in the best run.</summary>
    public float BestWorth { get; private set; }

    /// <summary>The next sentence.</summary>
    /// <param name="start">Where it begins in the text.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="matches">All matches so far.</param>
    /// <param name="first">Index of the first match in it; the count if it has none.</param>
    public void Add(int start, int end, List<PassageMatch> matches, int first)
    {
        if (first == matches.Count)
        {
            return; // A run that ends with a sentence of no use is no better than the run before.
        }

        _starts.Enqueue((start, first));
        while (_starts.Peek().Start != start && end - _starts.Peek().Start > maxLength)
        {
            _starts.Dequeue();
        }

        var (runStart, runFirst) = _starts.Peek();
        var worth = WorthOf(matches, runFirst);
        if (worth > BestWorth + 1e-6f)
        {
            (BestMatch, BestStart, BestWorth) = (runFirst, runStart, worth);
            BestFirstEnd = runStart == start ? end : matches[runFirst].End;
        }
    }

    /// <summary>Every word of the query counts once, by its best match.</summary>
    private float WorthOf(List<PassageMatch> matches, int from)
    {
        _worths.Clear();
        for (var i = from; i < matches.Count; i++)
        {
            var (slot, worth) = matches[i].Word;
            _worths[slot] = Math.Max(_worths.GetValueOrDefault(slot), worth);
        }

        return _worths.Values.Sum();
    }
}
