namespace Kb.Desk.Storage;

/// <summary>An id that callers may keep and compare but never take apart.</summary>
/// <typeparam name="TSelf">The id's own type, so that a ticket's id cannot be passed for a conversation's.</typeparam>
public interface IOpaqueId<TSelf>
    where TSelf : struct, IOpaqueId<TSelf>
{
    /// <summary>What is stored and shown; never empty in a stored row.</summary>
    string Value { get; }

    /// <summary>Wraps a stored or received value as it is. A value that names nothing is simply not found.</summary>
    static abstract TSelf From(string value);
}

/// <summary>Makes new ids.</summary>
internal static class OpaqueId
{
    /// <summary>A version 7 GUID without hyphens: 32 characters that sort by the time of creation.</summary>
    public static TId New<TId>(DateTimeOffset now)
        where TId : struct, IOpaqueId<TId> =>
        TId.From(Guid.CreateVersion7(now).ToString("n"));
}
