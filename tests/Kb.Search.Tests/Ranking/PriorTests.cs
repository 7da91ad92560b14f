using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Search.Tests.Ranking;

public class PriorTests
{
    private static readonly Prior Refund = new("kind", "refund", 0.3, "похоже на обращение «Возврат»");

    private readonly InvertedIndex _index = new(IndexOptions.Russian(FrozenSet<string>.Empty, new FieldOptions("text")));

    public PriorTests() => _index.Replace(
    [
        Document("double-charge", "Верните деньги за второе списание"),
        Document("refund", "Верните деньги за курс, который не подошёл"),
        Document("receipt", "Где взять чек"),
    ]);

    [Fact]
    public void It_decides_between_documents_that_match_about_equally_well()
    {
        Assert.Equal(["double-charge", "refund"], Search("верните деньги").Hits.Select(hit => hit.Id));
        Assert.Equal(["refund", "double-charge"], Search("верните деньги", Refund).Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void It_never_finds_what_has_no_word_of_the_query() =>
        Assert.Equal(["receipt"], Search("чек", Refund).Hits.Select(hit => hit.Id));

    [Fact]
    public void It_never_wins_over_a_quoted_phrase() =>
        Assert.Equal("double-charge", Search("верните «деньги за второе»", Refund with { Share = 5 }).Hits[0].Id);

    [Fact]
    public void It_is_told_with_its_points()
    {
        var plain = Search("верните деньги").Hits.Single(hit => hit.Id == "refund");
        var lifted = Search("верните деньги", Refund).Hits.Single(hit => hit.Id == "refund");

        Assert.Equal(plain.Score * 1.3, lifted.Score, 3);
        Assert.Equal(lifted.Score, lifted.Why.Points, 3);
        Assert.Contains(lifted.Why.Parts, part => part.Text == Refund.Reason);
        Assert.DoesNotContain(plain.Why.Parts, part => part.Text == Refund.Reason);
    }

    [Fact]
    public void It_may_speak_against_a_document_and_says_so()
    {
        var old = new Prior("kind", "double-charge", -0.05, "давно не проверялась");

        var hits = Search("верните деньги", old).Hits;

        Assert.Equal(Search("верните деньги").Hits.Single(hit => hit.Id == "double-charge").Score * 0.95, hits.Single(hit => hit.Id == "double-charge").Score, 3);
        Assert.True(Assert.Single(hits.Single(hit => hit.Id == "double-charge").Why.Parts, part => part.Text == old.Reason).Points < 0);
    }

    [Theory]
    [InlineData("receipt", true)]
    [InlineData("s", true)]
    [InlineData("receip", false)]
    [InlineData("", false)]
    public void It_may_hold_for_a_value_and_all_that_sort_before_it(string value, bool holds)
    {
        var hit = Assert.Single(Search("чек", new Prior("kind", value, 0.1, "до срока") { OrBefore = true }).Hits);

        Assert.Equal(holds, hit.Why.Parts.Any(part => part.Text == "до срока"));
    }

    private SearchResult Search(string text, params ImmutableArray<Prior> priors) =>
        _index.Search(new SearchQuery(text, FrozenSet<string>.Empty, DateTimeOffset.UnixEpoch) { Priors = priors });

    private static SearchDocument Document(string kind, string text) => new()
    {
        Id = kind,
        Title = text,
        Fields = [new("text", text)],
        Attributes = ImmutableDictionary<string, string>.Empty.Add("kind", kind),
    };
}
