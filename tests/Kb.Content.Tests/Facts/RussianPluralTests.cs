using Kb.Content.Facts;

namespace Kb.Content.Tests.Facts;

public sealed class RussianPluralTests
{
    [Theory]
    [InlineData(0, "дней")]
    [InlineData(1, "день")]
    [InlineData(2, "дня")]
    [InlineData(4, "дня")]
    [InlineData(5, "дней")]
    [InlineData(11, "дней")]
    [InlineData(12, "дней")]
    [InlineData(14, "дней")]
    [InlineData(21, "день")]
    [InlineData(22, "дня")]
    [InlineData(25, "дней")]
    [InlineData(101, "день")]
    [InlineData(111, "дней")]
    [InlineData(1000, "дней")]
    [InlineData(-1, "день")]
    [InlineData(long.MinValue, "дней")]
    public void Form_follows_the_number(long number, string form) =>
        Assert.Equal(form, RussianPlural.Form(number, "день", "дня", "дней"));
}
