using System.Runtime.CompilerServices;

namespace Kb.Search.Query;

/// <summary>Hoare's selection: in linear time what sorting would do in n log n, for who only wants the best and not their order.</summary>
internal static class Selection
{
    /// <summary>Moves the <paramref name="count"/> smallest numbers to the front.</summary>
    /// <param name="numbers">Distinct numbers.</param>
    /// <param name="count">1 to the length.</param>
    /// <returns>The largest of those.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Searches right after a start are searches too.
    public static ulong PutSmallestFirst(Span<ulong> numbers, int count)
    {
        var (low, high) = (0, numbers.Length - 1);
        while (low < high)
        {
            var pivot = numbers[low + ((high - low) / 2)];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (numbers[left] < pivot)
                {
                    left++;
                }

                while (numbers[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (numbers[left], numbers[right]) = (numbers[right], numbers[left]);
                    left++;
                    right--;
                }
            }

            if (count - 1 <= right)
            {
                high = right;
            }
            else if (count - 1 >= left)
            {
                low = left;
            }
            else
            {
                break;
            }
        }

        return numbers[count - 1];
    }
}
