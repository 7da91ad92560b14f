using Kb.Search.Index.Segments;

namespace Kb.Search.Tests.Index.Segments;

public class VarIntTests
{
    [Fact]
    public void Numbers_of_every_size_come_back()
    {
        var random = new Random(3);
        int[] numbers = [0, 1, 127, 128, 16_383, 16_384, int.MaxValue, .. Enumerable.Range(0, 2_000).Select(_ => random.Next() >> random.Next(31))];
        var bytes = new ByteList();

        foreach (var number in numbers)
        {
            VarInt.Write(bytes, number);
        }

        var at = 0;
        Assert.All(numbers, number => Assert.Equal(number, VarInt.Read(bytes.ToArray(), ref at)));
        Assert.Equal(bytes.Count, at);
    }
}
