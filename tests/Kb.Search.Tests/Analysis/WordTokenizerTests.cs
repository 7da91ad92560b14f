using Kb.Search.Analysis;

namespace Kb.Search.Tests.Analysis;

public class WordTokenizerTests
{
    private static readonly Analyzer Words = Analyzer.From(new WordTokenizer());

    [Theory]
    [InlineData("", "")]
    [InlineData(" ?!… «» — ", "")]
    [InlineData("Как вернуть деньги?", "Как вернуть деньги")]
    [InlineData("не открылось.что делать", "не открылось что делать")]
    [InlineData("онлайн-курс", "онлайн-курс онлайн курс")]
    [InlineData("-курс- --", "курс")]
    [InlineData("O’Reilly", "O'Reilly O Reilly")]
    [InlineData("mail@school.ru!", "mail@school.ru mail school ru")]
    [InlineData("https://school.ru/lesson_5?id=7", "https school.ru school ru lesson_5 lesson 5 id 7")]
    [InlineData("версия 2.1, на 10:30", "версия 2.1 2 1 на 10 30")]
    [InlineData("№5 24/7 90%", "5 24 7 90")]
    [InlineData("1С и В2", "1С и В2")]
    [InlineData("серти\u00ADфикат", "сертификат")]
    [InlineData("за\u0301мок", "замок")]
    [InlineData("ми\u0306 е\u0308ж", "мй ёж")]
    [InlineData("ＡＢ１２", "AB12")]
    [InlineData("привет😀мир", "привет мир")]
    [InlineData("a\ud83db\0c", "a b c")]
    [InlineData("𝒳𝒴", "𝒳𝒴")]
    public void Words_are_found(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Words.Analyze(text).Select(token => token.Term)));

    [Fact]
    public void Offsets_point_into_the_original_text()
    {
        const string Text = "мо\u0438\u0306 за\u0301мок\u00AD онлайн-курс";

        var covered = Words.Analyze(Text).Select(token => Text[token.Start..token.End]);

        Assert.Equal(["мо\u0438\u0306", "за\u0301мок", "онлайн-курс", "онлайн", "курс"], covered);
    }

    [Fact]
    public void A_compound_stands_at_the_position_of_its_first_part() =>
        Assert.Equal([0, 1, 1, 2, 3], Words.Analyze("мой онлайн-курс закрыт").Select(token => token.Position));

    [Theory]
    [InlineData("а")]
    [InlineData("а-")]
    [InlineData("а\u0301")]
    [InlineData("a.")]
    [InlineData("\u00AD")]
    [InlineData("𝒳")]
    public void A_megabyte_of_anything_is_read_in_one_pass(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        var tokens = Words.Analyze(text);

        Assert.True(tokens.All(token => token.Term.Length is >= 1 and <= TermBuffer.MaxLength));
    }
}
