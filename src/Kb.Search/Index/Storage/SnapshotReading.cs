namespace Kb.Search.Index.Storage;

/// <summary>What came of reading a snapshot.</summary>
internal abstract record SnapshotReading
{
    private SnapshotReading()
    {
    }

    /// <summary>It is whole and fits.</summary>
    public sealed record Read(IndexState Index) : SnapshotReading;

    /// <summary>It is to be built again.</summary>
    /// <param name="Reason">For the log.</param>
    public sealed record Unusable(string Reason) : SnapshotReading;
}
