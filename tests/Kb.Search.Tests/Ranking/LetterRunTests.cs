using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Ranking;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Ranking;

public class LetterRunTests
{
    [Theory]
    [InlineData("перерасчёт", 1)]
    [InlineData("перерасчёт оплаты", 2)]
    public void Letters_in_a_row_count_in_a_query_of_so_many_words_and_no_more(string query, int words)
    {
        var without = Score(query, new RankingOptions { LetterRunWeight = 0 });

        Assert.Equal(without, Score(query, new RankingOptions { LetterRunWords = words - 1 }));
        Assert.True(Score(query, new RankingOptions { LetterRunWords = words }) > without);
        Assert.Equal(Score(query, new RankingOptions()), Score(query, new RankingOptions { LetterRunWords = words }));
    }

    private static double Score(string query, RankingOptions ranking)
    {
        var index = new InvertedIndex(InvertedIndexTests.Options with { Ranking = ranking });
        index.Replace([Body("a", "Перерасчёт и расчёт оплаты"), Body("b", "Возврат денег"), Body("c", "Расписание")]);
        return index.Search(new SearchQuery(query, [], default)).Hits[0].Score;
    }

    private static SearchDocument Body(string id, string text) => new() { Id = id, Title = "", Fields = [new FieldText("body", text)] };
}
