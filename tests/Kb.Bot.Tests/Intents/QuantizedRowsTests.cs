using Kb.Bot.Intents.Network;

namespace Kb.Bot.Tests.Intents;

public sealed class QuantizedRowsTests
{
    private const int Width = 100;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(11)]
    public void Rows_added_together_come_to_the_very_sum_of_rows_added_one_by_one(int count)
    {
        var random = new Random(5);
        var rows = QuantizedRows.Of(20, Width, (_, row) => Fill(row, random));
        var (which, factors) = (new int[count], new float[count]);
        for (var i = 0; i < count; i++)
        {
            (which[i], factors[i]) = (random.Next(20), random.NextSingle() - 0.3f);
        }

        var (together, apart) = (new float[rows.PaddedWidth], new float[rows.PaddedWidth]);
        rows.AddTo(together, which, factors);
        for (var i = 0; i < count; i++)
        {
            rows.AddTo(apart, which.AsSpan(i, 1), factors.AsSpan(i, 1));
        }

        Assert.Equal(apart, together);
        Assert.Equal(count > 0, together.Any(sum => sum != 0));
    }

    [Fact]
    public void A_rounded_row_is_off_by_half_a_step_at_most()
    {
        var exact = new float[Width];
        Fill(exact, new Random(6));
        var rows = QuantizedRows.Of(1, Width, (_, row) => exact.CopyTo(row, 0));
        var rounded = new float[rows.PaddedWidth];
        rows.AddTo(rounded, [0], [1f]);

        Assert.All(exact.Zip(rounded), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, (0.5 / sbyte.MaxValue) + 1e-6));
    }

    private static void Fill(float[] row, Random random)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (random.NextSingle() * 2) - 1;
        }
    }
}
