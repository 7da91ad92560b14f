using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Index.Terms;
using Kb.Search.Synonyms;

namespace Kb.Search.Tests.Synonyms;

public class ThesaurusTests
{
    private static readonly ImmutableArray<ITokenFilter> Stemming = [new StopWordFilter(["как", "вы"]), new RussianStemFilter()];

    [Fact]
    public void Words_of_a_group_stand_for_each_other_by_their_stems()
    {
        var thesaurus = Thesaurus.Parse("скачать загрузить\nчек квитанция", Stemming);

        Assert.Equal(["загруз"], Stems(thesaurus, "скача"));
        Assert.Equal(["скача"], Stems(thesaurus, "загруз"));
        Assert.Empty(Stems(thesaurus, "сертификат"));
    }

    [Fact]
    public void Near_words_weigh_less_unless_another_group_says_that_they_are_the_same()
    {
        var thesaurus = Thesaurus.Parse("~ чек квитанция счет\nчек счет", Stemming);

        Assert.Equal([("квитанц", 0.6), ("счет", 1.0)], thesaurus.For("чек").Select(other => (other.Stem, other.Weight)));
    }

    [Fact]
    public void Comments_stop_words_and_forms_of_one_word_make_no_group() =>
        Assert.Empty(Stems(Thesaurus.Parse("# чек квитанция\nчек чека как", Stemming), "чек"));

    [Fact]
    public void Line_ends_of_any_system_are_read() =>
        Assert.Equal(["квитанц"], Stems(Thesaurus.Parse("скачать загрузить\r\nчек квитанция\r\n", Stemming), "чек"));

    [Theory]
    [InlineData("скачать", "загрузить", true)]
    [InlineData("почта", "email", true)]
    [InlineData("дисплей", "экран", true)]
    [InlineData("войти", "авторизация", true)]
    [InlineData("download", "скачать", true)]
    [InlineData("дашборд", "dashboard", true)]
    [InlineData("француз", "франция", true)]
    [InlineData("download", "выложить", false)]
    [InlineData("включить", "выключить", false)]
    [InlineData("скачать", "выложить", false)]
    [InlineData("оплата", "возврат", false)]
    [InlineData("увеличить", "уменьшить", false)]
    public void The_one_that_comes_with_search_knows_general_words_and_keeps_opposites_apart(string word, string other, bool expected) =>
        Assert.Equal(expected, Stems(Thesaurus.Russian(Stemming), Stem(word)).Contains(Stem(other)));

    [Fact]
    public void Every_group_that_comes_with_search_says_something_and_says_it_once()
    {
        var groups = ReadAll().Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')).ToArray();

        Assert.Equal(groups.Order(), groups.Distinct().Order());
        Assert.All(groups, group =>
        {
            var words = group.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "~").ToArray();
            Assert.Equal(words.Order(), words.Distinct().Order());
            Assert.Contains(words, word => Stems(Thesaurus.Parse(group, Stemming), Stem(word)).Any());
        });
    }

    private static string ReadAll() => string.Join('\n', typeof(Thesaurus).Assembly.GetManifestResourceNames().Select(name =>
    {
        using var reader = new StreamReader(typeof(Thesaurus).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }));

    private static string Stem(string word) => new Stemmer(Stemming).Stem(word).ToString();

    private static IEnumerable<string> Stems(Thesaurus thesaurus, string stem) => thesaurus.For(stem).Select(other => other.Stem);
}
