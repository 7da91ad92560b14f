using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Query;

public class ExclusionTests
{
    [Theory]
    [InlineData("возврат -компания", "возврат", "компания")]
    [InlineData("-компания возврат", "возврат", "компания")]
    [InlineData("возврат −компания −юрлицо", "возврат", "компания|юрлицо")]
    [InlineData("возврат -онлайн-курс", "возврат", "онлайн-курс")]
    [InlineData("-компания", "", "компания")]
    [InlineData("онлайн-курс", "онлайн-курс", "")]
    [InlineData("оплата - как", "оплата - как", "")]
    [InlineData("скидка -20 %", "скидка -20 %", "")]
    [InlineData("pip install -r x", "pip install -r x", "")]
    [InlineData("git commit --amend", "git commit --amend", "")]
    [InlineData("«возврат -компания»", "«возврат -компания»", "")]
    [InlineData("курс -", "курс -", "")]
    public void A_minus_before_a_word_excludes_it(string query, string text, string excluded)
    {
        var read = ExcludingText.Of(query);

        Assert.Equal(text, read.Text);
        Assert.Equal(excluded, string.Join('|', read.Excluded));
    }

    [Fact]
    public void Documents_with_any_form_of_an_excluded_word_are_not_found()
    {
        var index = IndexOf(("a", "Возврат денег"), ("b", "Возврат денег компании"), ("c", "Возврат от юрлица"));

        var result = index.Search(Ask("возврат") with { Excluded = ["Компания", "юрлицо"] });

        Assert.Equal("a", Assert.Single(result.Hits).Id);
        Assert.Equal(1, result.Total);
    }

    [Fact]
    public void What_nobody_sees_of_a_document_excludes_nothing()
    {
        var index = new InvertedIndex(InvertedIndexTests.Options with
        {
            Fields = [.. InvertedIndexTests.Options.Fields, new FieldOptions("phrases")],
        });
        index.Replace([new SearchDocument { Id = "a", Title = "Возврат", Fields = [new("title", "Возврат"), new("phrases", "компания закрылась, верните деньги")] }]);

        Assert.Single(index.Search(Ask("возврат") with { Excluded = ["компания"] }).Hits);
    }

    [Fact]
    public void Exclusions_alone_find_nothing() =>
        Assert.Empty(IndexOf(("a", "Возврат денег")).Search(Ask("") with { Excluded = ["компания"] }).Hits);

    private static InvertedIndex IndexOf(params (string Id, string Text)[] documents)
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace([.. documents.Select(document => new SearchDocument { Id = document.Id, Title = "", Fields = [new("body", document.Text)] })]);
        return index;
    }

    private static SearchQuery Ask(string text) => new(text, [], default);
}
