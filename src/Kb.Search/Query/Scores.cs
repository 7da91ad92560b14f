using System.Buffers;
using System.Runtime.InteropServices;

namespace Kb.Search.Query;

/// <summary>One number for every document, borrowed for the time of one search.</summary>
internal readonly ref struct Scores : IDisposable
{
    private readonly float[] _pooled;
    private readonly Span<float> _scores;

    public Scores(int documentCount)
    {
        _pooled = ArrayPool<float>.Shared.Rent(documentCount);
        _scores = _pooled.AsSpan(0, documentCount);
        _scores.Clear(); // Clearing and scanning all is cheaper than remembering which documents were touched: both run at the speed of memory.
    }

    public float this[int document] => _scores[document];

    /// <summary>Adds the postings of one term.</summary>
    public void Add(ReadOnlySpan<int> documents, ReadOnlySpan<float> impacts, float weight)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            _scores[documents[i]] += impacts[i] * weight;
        }
    }

    /// <summary>Adds the postings of one term where there is a score already.</summary>
    public void AddToFound(ReadOnlySpan<int> documents, ReadOnlySpan<float> impacts, float weight)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            ref var score = ref _scores[documents[i]];
            score += score > 0 ? impacts[i] * weight : 0;
        }
    }

    /// <summary>The next document with a score from <paramref name="from"/> on, or −1.</summary>
    public int Next(int from)
    {
        var found = MemoryMarshal.Cast<float, int>(_scores[from..]).IndexOfAnyExcept(0); // As integers the search is vectorised.
        return found < 0 ? -1 : from + found;
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_pooled);
}
