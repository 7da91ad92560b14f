using Kb.Search.Analysis;
using Kb.Search.Index.Terms;
using Kb.Search.Ranking;

namespace Kb.Search.Tests.Index.Terms;

public class BeginningTableTests
{
    private static readonly string Long = new('о', TermBuffer.MaxLength - 1);

    [Fact]
    public void The_words_of_a_beginning_are_read_back_in_the_order_of_their_letters()
    {
        var (_, table) = Table("оплатить", "вход", "оплата", "оп", "оплаты", "опл24", "опл", "оплата" + Long[6..], "опора");

        var read = Read(table, "оплата").Where(word => word.StartsWith("опл", StringComparison.Ordinal)).ToArray();

        // «оп» is too short, «опл24» no word that is compared by its spelling.
        Assert.Equal(["опл", "оплата", "оплата" + Long[6..], "оплатить", "оплаты"], read);
    }

    [Fact]
    public void A_word_compared_from_where_it_differs_is_as_like_as_one_compared_from_its_first_letter()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            // Three letters that repeat: common beginnings, runs that a word has twice, words longer than the runs that are compared.
            string[] words = [.. Enumerable.Range(0, 1 + random.Next(60)).Select(_ => "аба" + Letters(random, random.Next(random.Next(4) == 0 ? 90 : 12)))];
            var (surfaces, table) = Table(words);
            var asked = Letters(random, 1 + random.Next(80));

            var alike = Likeness(asked);
            var beginners = table.Like("аба", new char[TermBuffer.MaxLength]);
            var count = 0;
            while (beginners.MoveNext())
            {
                Assert.Equal(surfaces[beginners.Surface].ToString(), beginners.Word.ToString());
                Assert.Equal(Likeness(asked).CosineWith(beginners.Word), alike.CosineWith(beginners.Word, beginners.Shared));
                count++;
            }

            Assert.Equal(words.Distinct().Count(), count);
        }
    }

    private static WordLikeness Likeness(string word) => new(word, new ulong[(WordLikeness.MaxRuns * 2) + 1], new byte[WordLikeness.Places]);

    private static string Letters(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "абв"[random.Next(3)]));

    private static (TermTable Surfaces, BeginningTable Table) Table(params string[] words)
    {
        var surfaces = new TermTable();
        foreach (var word in words)
        {
            surfaces.FindOrAdd(word);
        }

        return (surfaces, BeginningTable.Build(surfaces, new int[surfaces.Count]));
    }

    private static List<string> Read(BeginningTable table, string word)
    {
        var read = new List<string>();
        var beginners = table.Like(word, new char[TermBuffer.MaxLength]);
        while (beginners.MoveNext())
        {
            read.Add(beginners.Word.ToString());
        }

        return read;
    }
}
