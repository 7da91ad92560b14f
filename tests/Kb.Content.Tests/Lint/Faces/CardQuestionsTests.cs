using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint.Faces;

public sealed class CardQuestionsTests
{
    private const string Question = "\n\n## Где он?\n\n- [x] Там\n- [ ] Тут";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Too_few_or_too_many_questions_are_named(int questions) =>
        Assert.Single(LintedFolder.Findings("card-questions", Card(questions)));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Two_to_four_are_right(int questions) =>
        Assert.Empty(LintedFolder.Findings("card-questions", Card(questions)));

    [Theory]
    [InlineData("- [ ] Там\n- [ ] Тут")]
    [InlineData("- [x] Там\n- [x] Тут")]
    [InlineData("Там или тут")]
    public void A_question_needs_something_to_get_right_and_something_to_get_wrong(string options)
    {
        var finding = Assert.Single(LintedFolder.Findings("card-options", TestFolder.Article(card: $"Итог.{Question}\n\n## Что взять?\n\n{options}")));

        Assert.Equal(32, finding.Line);
    }

    [Fact]
    public void Several_right_options_are_no_fault() =>
        Assert.Empty(LintedFolder.Findings("card-options", TestFolder.Article(card: $"Итог.{Question}\n\n## Что взять?\n\n- [x] Паспорт\n- [X] Номер\n- [ ] Кота")));

    private static string Card(int questions) => TestFolder.Article(card: "Итог." + string.Concat(Enumerable.Repeat(Question, questions)));
}
