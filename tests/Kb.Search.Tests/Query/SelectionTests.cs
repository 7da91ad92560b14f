using Kb.Search.Query;

namespace Kb.Search.Tests.Query;

public class SelectionTests
{
    [Fact]
    public void The_smallest_come_first_and_the_largest_of_them_is_told()
    {
        var random = new Random(9);
        for (var round = 0; round < 500; round++)
        {
            var numbers = Enumerable.Range(0, 1 + random.Next(300)).Select(_ => (ulong)random.NextInt64()).Distinct().ToArray();
            var count = 1 + random.Next(numbers.Length);
            var expected = numbers.Order().Take(count).ToArray();

            var last = Selection.PutSmallestFirst(numbers, count);

            Assert.Equal(expected, numbers[..count].Order());
            Assert.Equal(expected[^1], last);
        }
    }
}
