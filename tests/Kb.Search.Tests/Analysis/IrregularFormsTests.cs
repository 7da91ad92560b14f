using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Analysis;

public class IrregularFormsTests
{
    [Theory]
    [InlineData("деньги", "денег")]
    [InlineData("деньгами", "денег")]
    [InlineData("дети", "ребёнка")]
    [InlineData("люди", "человеку")]
    [InlineData("шёл", "иду")]
    [InlineData("нашла", "найти")]
    [InlineData("вошёл", "войти")]
    [InlineData("лучше", "хороший")]
    [InlineData("зачтено", "зачёты")]
    [InlineData("ошибка", "ошибок")]
    [InlineData("списка", "список")]
    [InlineData("оплачу", "оплатить")]
    [InlineData("имени", "имя")]
    [InlineData("5 лет", "5 год")]
    public void Forms_of_one_word_find_each_other(string one, string other)
    {
        Assert.Single(IndexOf(one).Search(new SearchQuery(other, [], default)).Hits);
        Assert.Single(IndexOf(other).Search(new SearchQuery(one, [], default)).Hits);
    }

    [Theory]
    [InlineData("урок", "уроки")]
    [InlineData("срок", "сроки")]
    [InlineData("дать", "данные")]
    [InlineData("лето", "лет")]
    public void Words_that_only_look_like_it_are_left_alone(string word, string other) =>
        Assert.False(Resolved(word) == Resolved(other) && IrregularForms.All.ContainsKey(word));

    [Fact]
    public void A_form_is_read_as_one_other_and_that_as_itself() =>
        Assert.All(IrregularForms.All, pair =>
        {
            Assert.NotEqual(pair.Key, pair.Value);
            Assert.DoesNotContain(pair.Value, IrregularForms.All.Keys);
        });

    [Fact]
    public void Every_line_brings_something_together_that_the_stemmer_parts() =>
        Assert.All(
            IrregularForms.All.GroupBy(pair => pair.Value, StringComparer.Ordinal),
            word => Assert.Contains(word, pair => Stem(pair.Key) != Stem(pair.Value)));

    private static string Resolved(string word) => IrregularForms.Resolve(word).ToString();

    private static string Stem(string word) => RussianStemmer.Stem(word).ToString();

    private static InvertedIndex IndexOf(string text)
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace(ImmutableArray.Create(new SearchDocument { Id = "a", Title = "", Fields = [new("body", text)] }));
        return index;
    }
}
