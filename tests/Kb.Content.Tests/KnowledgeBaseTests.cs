using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests;

public sealed class KnowledgeBaseTests
{
    [Theory]
    [InlineData("public", "", "<p><a href=\"/help/articles/other\">см.</a></p>")]
    [InlineData("students", "", "<p>см.</p>")]
    [InlineData("agents", "", "<p>см.</p>")]
    [InlineData("public", "scope:\n  courses: [python]", "<p>см.</p>")]
    public void Students_are_linked_only_to_articles_with_a_page_for_everybody(string audience, string more, string html)
    {
        using var folder = new TestFolder();
        folder.Write("articles/other.md", TestFolder.Article("other", extra: more).Replace("audience: public", $"audience: {audience}", StringComparison.Ordinal));
        var knowledge = folder.Load().Base!;

        Assert.Equal(html, knowledge.CreateRenderer().Render("[см.](article:other)").Html.Trim());
        Assert.Equal("<p><a href=\"/search/articles/other\">см.</a></p>", knowledge.CreateStaffRenderer().Render("[см.](article:other)").Html.Trim());
    }
}
