using System.Text;
using Kb.Search.Analysis;

namespace Kb.Search.Tests.Analysis;

/// <summary>What every analyzer owes, whatever it is made of.</summary>
public abstract class AnalyzerContract
{
    protected abstract Analyzer CreateAnalyzer();

    [Fact]
    public void Any_text_gives_offsets_inside_it_and_positions_that_never_go_back()
    {
        var analyzer = CreateAnalyzer();
        foreach (var text in HostileTexts.Random(1_000, seed: 20_240))
        {
            var last = 0;
            foreach (var token in analyzer.Analyze(text))
            {
                Assert.InRange(token.Start, 0, token.End - 1);
                Assert.InRange(token.End, token.Start + 1, text.Length);
                Assert.True(token.Position >= last);
                Assert.InRange(token.Term.Length, 1, TermBuffer.MaxLength);
                last = token.Position;
            }
        }
    }

    [Fact]
    public void Terms_are_valid_unicode_in_lower_case_without_yo()
    {
        var analyzer = CreateAnalyzer();
        foreach (var term in HostileTexts.Random(1_000, seed: 7).SelectMany(text => analyzer.Analyze(text)).Select(token => token.Term))
        {
            Assert.DoesNotContain('ё', term);
            Assert.DoesNotContain('Ё', term);
            Assert.True(term.EnumerateRunes().All(rune => rune != Rune.ReplacementChar));
            Assert.Equal(term, new string([.. term.Select(char.ToLowerInvariant)]));
        }
    }

    [Fact]
    public void Composed_and_decomposed_text_give_the_same_terms()
    {
        const string Text = "Ёжик, мой паёк и Йод: подъём, café, Ångström";
        var analyzer = CreateAnalyzer();

        var composed = analyzer.Analyze(Text.Normalize(NormalizationForm.FormC)).Select(token => token.Term);
        var decomposed = analyzer.Analyze(Text.Normalize(NormalizationForm.FormD)).Select(token => token.Term);

        Assert.Equal(composed, decomposed);
    }

    [Fact]
    public void One_analyzer_serves_many_threads()
    {
        const string Text = "Не приходит письмо с кодом на почту student@school.ru, курс «Онлайн-маркетинг»";
        var analyzer = CreateAnalyzer();
        var expected = analyzer.Analyze(Text);

        var all = new bool[200];
        Parallel.For(0, all.Length, i => all[i] = analyzer.Analyze(Text).SequenceEqual(expected));

        Assert.DoesNotContain(false, all);
    }
}

public class RussianAnalyzerContractTests : AnalyzerContract
{
    protected override Analyzer CreateAnalyzer() => RussianAnalyzer.Create([]);
}

public class SurfaceAnalyzerContractTests : AnalyzerContract
{
    protected override Analyzer CreateAnalyzer() => RussianAnalyzer.CreateSurface();
}
