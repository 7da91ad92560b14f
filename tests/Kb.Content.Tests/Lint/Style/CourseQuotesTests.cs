using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint.Style;

public sealed class CourseQuotesTests
{
    [Theory]
    [InlineData("Доступ к курсу {{course.title}} открыт.")]
    [InlineData("«Документы» и {{ course.title }} открыты.")]
    public void The_title_of_a_course_without_quotes_is_named(string template) =>
        Assert.Equal(17, Assert.Single(LintedFolder.Findings("course-quotes", TestFolder.Article(template: template))).Line);

    [Theory]
    [InlineData("Доступ к курсу «{{course.title}}» открыт.")]
    [InlineData("Доступ к курсу [«{{course.title}}»](link:documents) открыт.")]
    [InlineData("Урок «Первый шаг» курса «Курс {{course.title}}» открыт.")]
    public void A_title_in_quotes_is_left_alone(string template) =>
        Assert.Empty(LintedFolder.Findings("course-quotes", TestFolder.Article(template: template)));

    [Theory]
    [InlineData("Откройте курс Python-разработчик.")]
    [InlineData("На курсе\nДизайн интерфейсов есть зачёт.")]
    public void A_name_right_after_the_word_course_is_named(string full) =>
        Assert.Single(LintedFolder.Findings("course-quotes", TestFolder.Article(full: full)));

    [Theory]
    [InlineData("Откройте курс «Python-разработчик».")]
    [InlineData("Откройте курс. Потом урок.")]
    [InlineData("## Про курс\n\nПотом урок.")]
    [InlineData("Есть курсы дизайна и курс по Python.")]
    public void Common_nouns_quotes_and_ends_of_sentences_are_left_alone(string full) =>
        Assert.Empty(LintedFolder.Findings("course-quotes", TestFolder.Article(full: full)));
}
