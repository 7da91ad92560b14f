using Kb.Search.Analysis;

namespace Kb.Search.Tests.Analysis;

public class RussianAnalyzerTests
{
    private static readonly Analyzer Stems = RussianAnalyzer.Create(["как", "мне", "и", "еще", "была"]);

    [Theory]
    [InlineData("Как вернуть ёлку?", "вернут елк")]
    [InlineData("Ещё", "")] // the list says «еще»
    [InlineData("была", "")]
    [InlineData("ОПЛАТИЛА и оплатил", "оплат оплат")]
    [InlineData("мой мои", "мо мо")]
    [InlineData("Excel и PDF", "excel pdf")]
    public void Analyze_gives_stems_without_stop_words(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Stems.Analyze(text).Select(token => token.Term)));

    [Fact]
    public void A_dropped_stop_word_leaves_its_position_free() =>
        Assert.Equal([2, 4], Stems.Analyze("как мне скачать и сохранить").Select(token => token.Position));

    [Theory]
    [InlineData("Ёлка", "елка")]
    [InlineData("Йод", "йод")] // never «иод»
    [InlineData("мой", "мой")]
    [InlineData("cepтификат", "сертификат")] // Latin c, e, p
    [InlineData("Аdmin", "admin")] // Cyrillic А
    [InlineData("вcё", "все")]
    [InlineData("iPhone", "iphone")]
    [InlineData("сайтwww", "сайтwww")] // mixed, but not by look-alikes
    [InlineData("cop", "cop")] // a whole word of one alphabet says what it is
    public void The_surface_form_of_a_word_is_lower_case_without_yo_in_one_alphabet(string text, string term) =>
        Assert.Equal(term, Assert.Single(RussianAnalyzer.CreateSurface().Analyze(text)).Term);
}
