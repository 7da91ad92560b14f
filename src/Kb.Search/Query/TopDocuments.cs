namespace Kb.Search.Query;

/// <summary>Keeps the best few of many scored documents; equal scores go to the lower document number, whatever the order of arrival.</summary>
/// <param name="capacity">How many to keep; at least 1.</param>
internal sealed class TopDocuments(int capacity)
{
    private readonly PriorityQueue<int, (float Score, int Document)> _worstFirst = new(WorstFirst);

    private static readonly Comparer<(float Score, int Document)> WorstFirst = Comparer<(float Score, int Document)>.Create(
        static (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Document.CompareTo(a.Document));

    /// <summary>Takes the document if it is among the best so far.</summary>
    public void Offer(int document, float score)
    {
        if (_worstFirst.Count < capacity)
        {
            _worstFirst.Enqueue(document, (score, document));
        }
        else
        {
            _worstFirst.EnqueueDequeue(document, (score, document));
        }
    }

    /// <summary>The kept documents, best first. Empties the collection.</summary>
    public (int Document, float Score)[] Drain()
    {
        var ranked = new (int Document, float Score)[_worstFirst.Count];
        for (var i = ranked.Length - 1; i >= 0; i--)
        {
            _worstFirst.TryDequeue(out _, out var priority);
            ranked[i] = (priority.Document, priority.Score);
        }

        return ranked;
    }
}
