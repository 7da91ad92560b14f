using Kb.Search.Analysis;

namespace Kb.Search.Tests.Analysis;

public class RussianStemmerTests
{
    [Fact]
    public void Every_row_of_the_reference_vocabulary_gets_the_reference_stem()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Analysis", "russian-stems.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToList();

        var wrong = rows
            .Select(row => (Word: row[0], Expected: row[1], Actual: RussianStemmer.Stem(row[0]).ToString()))
            .Where(row => row.Expected != row.Actual);

        Assert.True(rows.Count > 5_000);
        Assert.Empty(wrong);
    }

    /// <summary>Rows of the vocabulary published with the algorithm, each for a rule that is easy to get wrong.</summary>
    [Theory]
    [InlineData("авось", "ав")] // an ending of verbs after «в», which needs no «а»
    [InlineData("альбом", "альб")]
    [InlineData("алене", "ален")]
    [InlineData("алены", "ал")]
    [InlineData("андреем", "андре")]
    [InlineData("англичан", "англича")] // «н» after «а»: a short participle to the rules
    [InlineData("апельсинничаешь", "апельсиннича")]
    [InlineData("аплодируя", "аплодиру")]
    [InlineData("абонировался", "абонирова")] // reflexive, then verb
    [InlineData("анализирующей", "анализир")] // adjective, then participle
    [InlineData("аккуратнее", "аккуратн")]
    [InlineData("анна", "ан")] // нн becomes н
    [InlineData("ай", "а")]
    public void Published_examples_hold(string word, string stem) =>
        Assert.Equal(stem, RussianStemmer.Stem(word).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("й")]
    [InlineData("вш")] // an ending and nothing else
    [InlineData("pdf")]
    [InlineData("123")]
    [InlineData("\ud83d")]
    public void A_word_without_a_russian_ending_stays(string word) =>
        Assert.Equal(word, RussianStemmer.Stem(word).ToString());

    [Theory]
    [InlineData("сертификат сертификата сертификату сертификатом сертификаты сертификатов сертификатами")]
    [InlineData("курс курса курсу курсом курсы курсов курсам курсами")]
    [InlineData("оплата оплаты оплате оплату оплатой оплат")]
    public void Forms_of_one_word_share_a_stem(string forms) =>
        Assert.Single(forms.Split(' ').Select(form => RussianStemmer.Stem(form).ToString()).Distinct());
}
