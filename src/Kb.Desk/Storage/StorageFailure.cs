using Microsoft.Data.Sqlite;

namespace Kb.Desk.Storage;

/// <summary>Why storage does not answer.</summary>
public enum StorageFailure
{
    /// <summary>Others write for too long.</summary>
    Busy,

    /// <summary>No room left.</summary>
    DiskFull,

    /// <summary>The disk fails, the file is unreadable, read-only or damaged.</summary>
    Broken,
}

/// <summary>Nothing was stored. The caller may try again with the same idempotency key.</summary>
public sealed class StorageUnavailableException(StorageFailure reason, Exception? inner)
    : Exception($"The desk's storage is unavailable: {reason}.", inner)
{
    /// <summary>Why.</summary>
    public StorageFailure Reason { get; } = reason;
}

/// <summary>Tells a storage that does not answer from a bug.</summary>
public static class StorageFailures
{
    /// <summary>The reason, when the exception (or one inside it) is the storage's; null when it is not.</summary>
    /// <remarks>Codes: sqlite.org/rescode.html.</remarks>
    public static StorageFailure? Recognise(Exception exception) => exception switch
    {
        StorageUnavailableException known => known.Reason,
        SqliteException { SqliteErrorCode: 5 or 6 } => StorageFailure.Busy, // BUSY, LOCKED
        SqliteException { SqliteErrorCode: 13 } => StorageFailure.DiskFull, // FULL
        SqliteException { SqliteErrorCode: 8 or 10 or 11 or 14 or 26 } => StorageFailure.Broken, // READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB
        { InnerException: { } inner } => Recognise(inner),
        _ => null,
    };
}
