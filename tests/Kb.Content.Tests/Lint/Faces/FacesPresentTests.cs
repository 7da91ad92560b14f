using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint.Faces;

public sealed class FacesPresentTests
{
    [Theory]
    [InlineData("Кратко")]
    [InlineData("Шаблон")]
    [InlineData("Подробно")]
    [InlineData("Карточка")]
    public void A_face_that_a_student_needs_is_missed(string face)
    {
        var finding = Assert.Single(LintedFolder.Findings("face-missing", Without(face)));

        Assert.Contains($"«{face}»", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Кратко")]
    [InlineData("Шаблон")]
    [InlineData("Карточка")]
    public void An_article_for_agents_needs_no_more_than_its_text(string face) =>
        Assert.Empty(LintedFolder.Findings("face-missing", Without(face).Replace("audience: public", "audience: agents", StringComparison.Ordinal)));

    [Fact]
    public void An_article_with_all_of_them_is_left_alone() =>
        Assert.Empty(LintedFolder.Findings("face-missing", TestFolder.Article()));

    private static string Without(string face)
    {
        var article = TestFolder.Article() + "\n# ";
        var start = article.IndexOf("# " + face, StringComparison.Ordinal);
        var end = article.IndexOf("\n# ", start, StringComparison.Ordinal) + 1;
        return article.Remove(start, end - start)[..^3];
    }
}
