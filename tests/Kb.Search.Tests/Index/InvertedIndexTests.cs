using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Ranking;

namespace Kb.Search.Tests.Index;

public class InvertedIndexContractTests : SearchIndexContract
{
    protected override ISearchIndex CreateIndex() => new InvertedIndex(InvertedIndexTests.Options);
}

public class InvertedIndexWritingTests : IndexWritingContract
{
    protected override ISearchIndex CreateIndex() => new InvertedIndex(InvertedIndexTests.Options);
}

public class InvertedIndexTests
{
    internal static readonly IndexOptions Options = IndexOptions.Russian(
        ["как", "и", "на"],
        new FieldOptions("title") { Weight = 12, IsTitle = true, Place = "в заголовке" },
        new FieldOptions("body") { Snippets = true });

    private static readonly RankingOptions WordsOnly = new()
    {
        CoverageWeight = 0,
        LetterRunWeight = 0,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    public void A_score_is_the_published_formula_with_rarity_to_a_power(double power)
    {
        var stemsOnly = Options with { Ranking = WordsOnly with { RarityPower = power }, Fields = [new FieldOptions("body") { LengthNorm = 0.75 }], Saturation = 1.2 };
        var index = new InvertedIndex(stemsOnly);
        index.Replace(
        [
            Body("a", "оплата оплата курс"),
            Body("b", "возврат"),
            Body("c", "возврат курс"),
        ]);

        var hit = Assert.Single(index.Search(new SearchQuery("оплата", [], default)).Hits);

        // N = 3, n = 1, tf = 2, length 3, mean length 2, k1 = 1.2, b = 0.75, by hand:
        var idf = 5 * Math.Pow(Math.Log(1 + (2.5 / 1.5)) / 5, power);
        var frequency = 2 / (0.25 + (0.75 * 3 / 2));
        Assert.Equal(idf * frequency * 2.2 / (1.2 + frequency), hit.Score, precision: 5);
    }

    [Fact]
    public void A_compound_adds_little_to_its_parts()
    {
        Assert.Equal(0.2 * PointsOfCompound(1), PointsOfCompound(0.2), precision: 5);

        static double PointsOfCompound(double weight)
        {
            var index = new InvertedIndex(Options with { Ranking = new RankingOptions { CompoundWeight = weight } });
            index.Replace([Body("a", "онлайн-курс"), Body("b", "возврат")]);
            return Assert.Single(index.Search(new SearchQuery("онлайн-курс", [], default)).Hits).Why.Parts.Single(part => part.Text == "«онлайн-курс»").Points;
        }
    }

    [Theory]
    [InlineData("монетизировать", "a")]
    [InlineData("монета", "c")] // «Монетизация» begins like it, but not for six letters.
    [InlineData("курсовая", "")]
    public void Related_words_find_where_they_begin_alike_for_long(string query, string expected)
    {
        var index = new InvertedIndex(Options);
        index.Replace([Body("a", "Монетизация канала"), Body("b", "Монтаж канала"), Body("c", "Монеты на счёте"), Body("d", "Курс и курсор")]);

        Assert.Equal(expected, string.Join(' ', index.Search(new SearchQuery(query, [], default) { AsTyped = true }).Hits.Select(hit => hit.Id)));
    }

    [Fact]
    public void Runs_of_letters_order_what_words_found_and_find_nothing_themselves()
    {
        var index = new InvertedIndex(Options);
        index.Replace([Body("a", "оплата автотарифа"), Body("b", "оплата автосертификата"), Body("c", "автосертификат")]);

        Assert.Equal(["b", "a"], index.Search(new SearchQuery("оплата сертификата", [], default) { AsTyped = true }).Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void A_compound_wins_as_a_whole_and_is_found_by_its_parts()
    {
        var index = new InvertedIndex(Options);
        index.Replace([Body("a", "наш онлайн курс по дизайну"), Body("b", "наш онлайн-курс по дизайну")]);

        Assert.Equal(["b", "a"], index.Search(new SearchQuery("онлайн-курс", [], default)).Hits.Select(hit => hit.Id));
        Assert.Equal(2, index.Search(new SearchQuery("курсы", [], default)).Total);
    }

    [Fact]
    public void A_repeated_field_is_one_field_of_several_texts()
    {
        var index = new InvertedIndex(Options);
        index.Replace([new SearchDocument { Id = "a", Title = "", Fields = [new("body", "первый текст"), new("body", "второй текст")] }]);

        Assert.Single(index.Search(new SearchQuery("второй", [], default)).Hits);
    }

    [Fact]
    public void Options_that_contradict_themselves_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => new InvertedIndex(Options with { Fields = [] }));
        Assert.Throws<ArgumentException>(() => new InvertedIndex(Options with { Candidates = 0 }));
        Assert.Throws<ArgumentException>(() => new InvertedIndex(Options with { Ranking = new RankingOptions { LetterRunWeight = -1 } }));
        Assert.Throws<ArgumentException>(() => new InvertedIndex(Options with { Fields = [new("a"), new("a")] }));
        Assert.Throws<ArgumentException>(() => new InvertedIndex(Options with { Fields = [new("a") { LengthNorm = 1.1 }] }));
        Assert.Throws<ArgumentException>(() => new InvertedIndex(Options with { Saturation = 0 }));
    }

    private static SearchDocument Body(string id, string text) => new() { Id = id, Title = "", Fields = [new FieldText("body", text)] };
}
