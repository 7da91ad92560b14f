using System.Collections.Concurrent;

namespace Kb.Search.Query;

/// <summary>Large arrays for the time of one search, all zero. Who borrows one gives it back all zero.</summary>
internal static class ZeroedPool<T>
    where T : struct
{
    private const int Granularity = 4096;
    private static readonly ConcurrentBag<T[]> Free = [];

    /// <summary>An array of at least this length.</summary>
    public static T[] Rent(int length) =>
        Free.TryTake(out var array) && array.Length >= length ? array : new T[(length + Granularity - 1) / Granularity * Granularity];

    /// <summary>Gives an array back. Not to be called after an exception: what is half used is left to the garbage collector.</summary>
    public static void Return(T[] zeroed) => Free.Add(zeroed);
}
