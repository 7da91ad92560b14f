using System.Collections.Concurrent;
using System.Numerics;

namespace Kb.Search.Query;

/// <summary>Large arrays for the time of one search, all zero. Who borrows one gives it back all zero.</summary>
internal static class ZeroedPool<T>
    where T : struct
{
    private const int Sizes = 31;

    /// <summary>By the logarithm of their length: one bag for all would give short arrays to who needs long ones.</summary>
    private static readonly ConcurrentBag<T[]>[] Free = [.. Enumerable.Range(0, Sizes).Select(_ => new ConcurrentBag<T[]>())];

    /// <summary>An array of at least this length.</summary>
    public static T[] Rent(int length)
    {
        var size = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)length + 1));
        return Free[size].TryTake(out var array) ? array : new T[1 << size];
    }

    /// <summary>Gives an array back. Not to be called after an exception: what is half used is left to the garbage collector.</summary>
    public static void Return(T[] zeroed) => Free[BitOperations.Log2((uint)zeroed.Length)].Add(zeroed);
}
