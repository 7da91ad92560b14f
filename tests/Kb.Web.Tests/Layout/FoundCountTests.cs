using Kb.Web.Layout;

namespace Kb.Web.Tests.Layout;

public sealed class FoundCountTests
{
    [Theory]
    [InlineData(0, "Ничего не нашлось", "Ничего не нашлось")]
    [InlineData(1, "Нашлась 1 статья", "Нашёлся 1 материал")]
    [InlineData(2, "Нашлись 2 статьи", "Нашлись 2 материала")]
    [InlineData(5, "Нашлось 5 статей", "Нашлось 5 материалов")]
    [InlineData(11, "Нашлось 11 статей", "Нашлось 11 материалов")]
    [InlineData(21, "Нашлась 21 статья", "Нашёлся 21 материал")]
    [InlineData(22, "Нашлись 22 статьи", "Нашлись 22 материала")]
    [InlineData(112, "Нашлось 112 статей", "Нашлось 112 материалов")]
    public void The_verb_and_the_noun_agree_with_the_number(int count, string articles, string materials) =>
        Assert.Equal((articles, materials), (FoundCount.Articles(count), FoundCount.Materials(count)));
}
