using Kb.Bench.Strings;

namespace Kb.Bench.Tests.Strings;

public sealed class AnyStringsTests
{
    [Fact]
    public void One_seed_gives_the_same_strings_and_another_gives_others()
    {
        var strings = AnyStrings.Make(300, seed: 22).ToArray();

        Assert.Equal(strings, AnyStrings.Make(300, seed: 22));
        Assert.NotEqual(strings, AnyStrings.Make(300, seed: 23));
    }

    [Fact]
    public void Every_sort_is_among_them_and_none_is_too_long_for_an_address()
    {
        var strings = AnyStrings.Make(600, seed: 22).ToArray();

        Assert.All(strings, text => Assert.InRange(text.Length, 0, AnyStrings.MaxLength));
        Assert.Contains("", strings);
        Assert.Contains(strings, text => text.Contains('\0', StringComparison.Ordinal));
        Assert.Contains(strings, text => text.EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar)); // A half of a character.
        Assert.Contains(strings, text => text.Contains("DROP TABLE", StringComparison.Ordinal));
        Assert.Contains(strings, text => text.Contains("<script>", StringComparison.Ordinal));
        Assert.Contains(strings, text => text.Contains('\u202E', StringComparison.Ordinal));
        Assert.Contains(strings, text => text.Length == AnyStrings.MaxLength);
    }
}
