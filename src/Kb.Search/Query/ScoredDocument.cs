namespace Kb.Search.Query;

/// <summary>A ranked candidate. Sorts best first, equals by id.</summary>
internal readonly record struct ScoredDocument(float Score, int Segment, int Document, string Id) : IComparable<ScoredDocument>
{
    /// <inheritdoc/>
    public int CompareTo(ScoredDocument other) => Score != other.Score ? other.Score.CompareTo(Score) : string.CompareOrdinal(Id, other.Id);
}
