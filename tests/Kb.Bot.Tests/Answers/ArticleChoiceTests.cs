using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Tests.Samples;
using Kb.Content.Articles;

namespace Kb.Bot.Tests.Answers;

public sealed class ArticleChoiceTests
{
    private static readonly ImmutableArray<Article> Articles =
    [
        Article("refund-request", "Оформить возврат", "возврат", "вернуть деньги"),
        Article("refund-company", "Вернуть деньги компании", "юрлицо"),
        Article("refund-child", "Возврат за курс ребёнка", "случайная покупка") with { Scope = new ArticleScope([], [], ["parent"]) },
    ];

    private static readonly ArticleChoice Choice = ArticleChoice.Of(SampleBase.Knowledge with { Articles = Articles.ToFrozenDictionary(article => article.Id) });

    [Theory]
    [InlineData("хочу оформить возврат", "refund-request")]
    [InlineData("ВЕРНИТЕ ДЕНЬГИ!!!", "refund-request")]
    [InlineData("вернуть деньги нашей компании", "refund-company")]
    [InlineData("возврат за ребёнка", "refund-child")]
    [InlineData(null, "refund-request")]
    [InlineData("", "refund-request")]
    public void The_main_article_is_quoted_unless_a_word_is_only_in_the_title_or_tags_of_another(string? message, string article) =>
        Assert.Equal(article, Best(message));

    [Fact]
    public void Whoever_has_the_role_of_an_article_gets_it() => Assert.Equal("refund-child", Best("верните деньги", "role:parent"));

    [Fact]
    public void Nothing_to_choose_from_gives_nothing() => Assert.Null(Choice.Best([], "верните деньги", FrozenSet<string>.Empty));

    private static string? Best(string? message, params string[] grants) => Choice.Best(Articles, message, grants.ToFrozenSet())?.Id.Value;

    private static Article Article(string id, string title, params string[] tags) => SampleBase.Knowledge.Articles[new("certificate-get")] with
    {
        Id = new ArticleId(id),
        Title = title,
        Kind = new("refund-request"),
        Tags = [.. tags],
    };
}
