using Kb.Search.Query;
using Kb.Web.Features.Search;

namespace Kb.Web.Tests.Features.Search;

public sealed class AnswerMarksTests
{
    [Theory]
    [InlineData("Откройте «Документы».", "Откройте «Документы».", "Документы")]
    [InlineData("Откройте «Документы» (https://school.example/documents) и скачайте.", "Откройте «Документы» и скачайте.", "Документы|скачайте")]
    [InlineData("Первое.\n\nВторое слово.", "Первое. Второе слово.", "слово")]
    [InlineData("Длинное начало. Вот скидка на курс.", "…Вот скидка на курс.", "скидка")]
    [InlineData("Нужно:\n\n— номер заказа\n— почта", "Нужно: номер заказа. почта", "заказа|почта")]
    [InlineData("Совсем другое.", "Вот скидка.", "")]
    public void The_same_words_are_marked_in_the_answer(string answer, string passage, string words)
    {
        var asked = words.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var marks = asked.Select(word => passage.IndexOf(word, StringComparison.Ordinal)).Zip(asked, (at, word) => new TextSpan(at, at + word.Length));

        var found = AnswerMarks.Of(answer, new Snippet(passage, [.. marks]));

        Assert.Equal(asked, found.Select(mark => answer[mark.Start..mark.End]));
    }

    [Fact]
    public void No_answer_has_no_marks() => Assert.Empty(AnswerMarks.Of(null, new Snippet("скидка", [new TextSpan(0, 6)])));
}
